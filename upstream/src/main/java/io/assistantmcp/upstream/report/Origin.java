package io.assistantmcp.upstream.report;

/**
 * A document that was read.
 *
 * @param source its URL or file name
 * @param date when it was first read, as yyyy-mm-dd
 * @param sha256 of its bytes
 */
public record Origin(String source, String date, String sha256) {}
