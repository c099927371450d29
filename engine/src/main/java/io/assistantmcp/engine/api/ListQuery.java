package io.assistantmcp.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param after the id that the part starts after, or null
 * @param before the id that it ends before, or null
 */
public record ListQuery(
    int limit, boolean ascending, @Nullable String after, @Nullable String before) {}
