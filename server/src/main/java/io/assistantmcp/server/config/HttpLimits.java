package io.assistantmcp.server.config;

/**
 * How much the server takes on over HTTP.
 *
 * @param calls how many tool calls at the same time
 * @param streams how many open event streams
 * @param bodyBytes the largest request
 * @param callsPerMinute how many tool calls per key in a minute, or 0 for any number
 */
public record HttpLimits(int calls, int streams, int bodyBytes, int callsPerMinute) {}
