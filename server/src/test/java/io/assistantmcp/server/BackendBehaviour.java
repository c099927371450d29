package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All tools over stdio, in one conversation, whatever backend answers them. */
@Timeout(300)
abstract class BackendBehaviour {

  private static final String WEATHER =
      "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":{\"type\":\"object\"}}}";

  @TempDir protected Path directory;

  private final Set<String> called = new TreeSet<>();
  private ServerProcess server;
  private int lastId;

  /** Starts the server with the backend that this is about. */
  abstract ServerProcess start() throws Exception;

  /** Looks whether the server, after all calls, is as it should be with that backend. */
  void check(ServerProcess process) throws Exception {}

  @BeforeEach
  void connect() throws Exception {
    server = start();
    request(
        "initialize",
        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"it\",\"version\":\"1\"}}");
    server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyToolDoesItsPart() throws Exception {
    String assistant = keepAssistant();
    String thread = keepThread();
    answer(assistant, thread);
    callFunction(assistant, thread);
    cancel(assistant, thread);
    refuse(assistant, thread);
    delete(assistant, thread);

    assertThat(called).hasSize(23).isEqualTo(offered());
    check(server);
    assertThat(server.endOfInput()).isEmpty();
    assertThat(server.exitCode()).isZero();
    assertThat(server.errors()).isEmpty();
  }

  private String keepAssistant() throws IOException {
    JsonObject created =
        call("create_assistant", "{\"model\":\"gpt-4o\",\"tools\":[" + WEATHER + "]}");
    String id = "{\"assistant_id\":\"" + id(created) + "\"}";
    assertThat(call("get_assistant", id)).isEqualTo(created);
    JsonObject changed =
        call("modify_assistant", with(id, "\"name\":\"A\",\"description\":null,\"top_p\":0.10"));
    assertThat(changed.get("name").getAsString()).isEqualTo("A");
    assertThat(call("list_assistants", "{\"limit\":1}").getAsJsonArray("data").get(0))
        .isEqualTo(changed);
    return id(created);
  }

  private String keepThread() throws IOException {
    JsonObject thread = call("create_thread", "{\"metadata\":{\"a\":\"1\"}}");
    String id = thread(id(thread));
    assertThat(call("get_thread", id)).isEqualTo(thread);
    call("modify_thread", with(id, "\"metadata\":{\"b\":\"2\"}"));
    JsonObject message =
        call("create_message", with(id, "\"role\":\"user\",\"content\":\"Grüße 👋\""));
    String messageId = with(id, "\"message_id\":\"" + id(message) + "\"");
    assertThat(call("get_message", messageId)).isEqualTo(message);
    JsonObject noted = call("modify_message", with(messageId, "\"metadata\":{\"c\":\"3\"}"));
    assertThat(data(call("list_messages", id))).containsExactly(noted);
    return id(thread);
  }

  private void answer(String assistant, String thread) throws Exception {
    JsonObject run = call("create_run", run(assistant, thread));
    JsonObject done = await(run);
    assertThat(status(done)).isEqualTo("completed");
    JsonObject message = data(call("list_messages", thread(thread))).get(0).getAsJsonObject();
    assertThat(message.toString()).contains("Grüße 👋", "\"role\":\"assistant\"");
    JsonArray steps = data(call("list_run_steps", names(run)));
    assertThat(steps).hasSize(1);
    String step = with(names(run), "\"step_id\":\"" + id(steps.get(0).getAsJsonObject()) + "\"");
    assertThat(call("get_run_step", step)).isEqualTo(steps.get(0));
    JsonObject noted = call("modify_run", with(names(run), "\"metadata\":{\"d\":\"4\"}"));
    assertThat(data(call("list_runs", thread(thread)))).containsExactly(noted);
  }

  private void callFunction(String assistant, String thread) throws Exception {
    call(
        "create_message",
        with(
            thread(thread),
            "\"role\":\"user\",\"content\":\"call get_weather {\\\"city\\\":\\\"Oslo\\\"}\""));
    JsonObject run = await(call("create_run", run(assistant, thread)));
    assertThat(status(run)).isEqualTo("requires_action");
    call(
        "submit_tool_outputs",
        with(
            names(run),
            "\"tool_outputs\":[{\"tool_call_id\":\"" + toolCall(run) + "\",\"output\":\"rain\"}]"));
    assertThat(status(await(run))).isEqualTo("completed");
    assertThat(data(call("list_messages", thread(thread))).get(0).toString())
        .contains("Function output: rain");
  }

  private void cancel(String assistant, String thread) throws Exception {
    JsonObject run =
        await(
            call(
                "create_thread_and_run",
                ("{\"assistant_id\":\"%s\",\"thread\":{\"messages\":[{\"role\":\"user\","
                        + "\"content\":\"call get_weather {}\"}]}}")
                    .formatted(assistant)));
    assertThat(status(run)).isEqualTo("requires_action");
    assertThat(status(call("cancel_run", names(run)))).isEqualTo("cancelling");
    assertThat(status(await(run))).isEqualTo("cancelled");
  }

  private void refuse(String assistant, String thread) throws IOException {
    assertThat(failure("get_thread", thread("thread_unknown")))
        .contains("HTTP 404", "No thread found with id 'thread_unknown'.", "request id: req_");
    assertThat(failure("create_run", run("nobody", thread)))
        .contains("Invalid 'assistant_id': 'nobody'", "param: assistant_id");
    assertThat(failure("create_run", thread(thread))).contains("/assistant_id: is required");
  }

  private void delete(String assistant, String thread) throws IOException {
    JsonObject last = data(call("list_messages", thread(thread))).get(0).getAsJsonObject();
    String message = with(thread(thread), "\"message_id\":\"" + id(last) + "\"");
    assertThat(call("delete_message", message).get("deleted").getAsBoolean()).isTrue();
    assertThat(failure("get_message", message)).contains("HTTP 404");
    assertThat(call("delete_thread", thread(thread)).get("deleted").getAsBoolean()).isTrue();
    String gone = "{\"assistant_id\":\"" + assistant + "\"}";
    assertThat(call("delete_assistant", gone).get("deleted").getAsBoolean()).isTrue();
  }

  private JsonObject await(JsonObject run) throws Exception {
    JsonObject now = call("get_run", names(run));
    while (Set.of("queued", "in_progress", "cancelling").contains(status(now))) {
      Thread.sleep(20);
      now = call("get_run", names(run));
    }
    return now;
  }

  private JsonObject call(String tool, String arguments) throws IOException {
    called.add(tool);
    JsonObject result = result(tool, arguments);
    assertThat(result.get("isError").getAsBoolean()).as(result.toString()).isFalse();
    JsonObject content = result.getAsJsonObject("structuredContent");
    assertThat(JsonParser.parseString(text(result))).isEqualTo(content);
    return content;
  }

  private String failure(String tool, String arguments) throws IOException {
    JsonObject result = result(tool, arguments);
    assertThat(result.get("isError").getAsBoolean()).as(result.toString()).isTrue();
    return text(result);
  }

  private JsonObject result(String tool, String arguments) throws IOException {
    return request("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  private Set<String> offered() throws IOException {
    Set<String> names = new TreeSet<>();
    request("tools/list", "{}")
        .getAsJsonArray("tools")
        .forEach(tool -> names.add(tool.getAsJsonObject().get("name").getAsString()));
    return names;
  }

  private JsonObject request(String method, String params) throws IOException {
    server.send(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(++lastId, method, params));
    JsonObject answer = JsonParser.parseString(server.line()).getAsJsonObject();
    assertThat(answer.get("id").getAsInt()).isEqualTo(lastId);
    return answer.getAsJsonObject("result");
  }

  private static String text(JsonObject result) {
    return result.getAsJsonArray("content").get(0).getAsJsonObject().get("text").getAsString();
  }

  private static JsonArray data(JsonObject list) {
    return list.getAsJsonArray("data");
  }

  private static String id(JsonObject object) {
    return object.get("id").getAsString();
  }

  private static String status(JsonObject run) {
    return run.get("status").getAsString();
  }

  private static String toolCall(JsonObject run) {
    JsonObject wanted = run.getAsJsonObject("required_action");
    JsonObject outputs = wanted.getAsJsonObject("submit_tool_outputs");
    return id(outputs.getAsJsonArray("tool_calls").get(0).getAsJsonObject());
  }

  private static String thread(String id) {
    return "{\"thread_id\":\"" + id + "\"}";
  }

  private static String run(String assistant, String thread) {
    return with(thread(thread), "\"assistant_id\":\"" + assistant + "\"");
  }

  private static String names(JsonObject run) {
    return with(thread(run.get("thread_id").getAsString()), "\"run_id\":\"" + id(run) + "\"");
  }

  private static String with(String object, String members) {
    return object.substring(0, object.length() - 1) + "," + members + "}";
  }
}
