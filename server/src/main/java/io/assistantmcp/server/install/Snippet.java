package io.assistantmcp.server.install;

import java.util.List;

/**
 * What is pasted.
 *
 * @param language what it is written in
 * @param text all of it, without a line end
 * @param notes sentences about where it goes and what else it takes
 */
public record Snippet(Language language, String text, List<String> notes) {}
