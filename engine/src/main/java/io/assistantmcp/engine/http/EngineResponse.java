package io.assistantmcp.engine.http;

import java.util.Map;

/**
 * An answer as it goes out.
 *
 * @param headers by their names in lower case
 * @param body JSON, always
 */
public record EngineResponse(int status, Map<String, String> headers, byte[] body) {}
