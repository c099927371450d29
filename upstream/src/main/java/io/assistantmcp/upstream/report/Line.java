package io.assistantmcp.upstream.report;

/**
 * One change.
 *
 * @param what the part that has changed, such as "argument `limit`"; empty for the whole
 * @param text what has become of it
 * @param breaking whether it can break who uses what was there before
 */
public record Line(String what, String text, boolean breaking) {}
