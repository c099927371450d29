package io.assistantmcp.server.http;

/** Messages that clients send. */
final class Messages {

  static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":"init","method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private Messages() {}

  static String request(Object id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  static String call(Object id, String tool, String arguments) {
    return request(
        id, "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  /** The call of a tool that reads, for a thread of this name. */
  static String getThread(Object id, String thread) {
    return call(id, "get_thread", "{\"thread_id\":\"" + thread + "\"}");
  }

  static String cancel(Object id) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%s}}"
        .formatted(id);
  }
}
