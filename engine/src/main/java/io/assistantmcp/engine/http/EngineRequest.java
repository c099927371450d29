package io.assistantmcp.engine.http;

import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A request as it came.
 *
 * @param url of which path and query count
 * @param headers by their names in lower case
 * @param body the body, empty if there is none
 */
public record EngineRequest(String method, HttpUrl url, Map<String, String> headers, byte[] body) {}
