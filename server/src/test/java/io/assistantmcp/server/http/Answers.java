package io.assistantmcp.server.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are waited for, by the ids of their requests. */
final class Answers {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  CompletableFuture<JsonNode> of(String request) {
    return waiting.computeIfAbsent(
        JSON.readTree(request).path("id").toString(), id -> new CompletableFuture<>());
  }

  void add(String answer) {
    JsonNode json = JSON.readTree(answer);
    waiting
        .computeIfAbsent(json.path("id").toString(), id -> new CompletableFuture<>())
        .complete(json);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static int code(JsonNode answer) {
    return answer.path("error").path("code").asInt();
  }

  static String message(JsonNode answer) {
    return answer.path("error").path("message").asString();
  }

  static String text(JsonNode answer) {
    return answer.path("result").path("content").path(0).path("text").asString();
  }
}
