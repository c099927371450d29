package io.assistantmcp.upstream;

import io.assistantmcp.upstream.report.Report;
import java.util.Map;
import java.util.Optional;

/**
 * What a document gives.
 *
 * @param report what it changes, or empty if there was no slice to compare with
 * @param files the new contents of files, by their paths in the project
 */
record Update(Optional<Report> report, Map<String, String> files) {}
