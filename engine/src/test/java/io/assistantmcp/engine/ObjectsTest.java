package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.engine.LocalApi.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slice")
class ObjectsTest {

  private static final long NOW = 1_790_000_000;

  @TempDir Path folder;
  private LocalApi api;

  @BeforeEach
  void open() {
    // The clock stands still, so that everything is created in the same second.
    Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    api = LocalApi.on(new TestEngine(folder.resolve("data")).clock(clock).config());
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void fillsInWhatAnAssistantWasNotGiven() {
    Answer created = api.post("/assistants", "{\"model\":\"gpt-4o\"}");
    assertThat(created.id()).matches("asst_[A-Za-z0-9]{24}");
    assertThat(without(created.ok(), "id"))
        .isEqualTo(
            json(
                """
                {"object": "assistant", "created_at": 1790000000, "name": null, "description": null,
                 "model": "gpt-4o", "instructions": null, "tools": [], "tool_resources": {},
                 "metadata": {}, "temperature": 1.0, "top_p": 1.0, "response_format": "auto"}
                """));
    assertThat(api.get("/assistants/" + created.id()).ok()).isEqualTo(created.ok());
  }

  @Test
  void changesOnlyTheFieldsThatAreNamed() {
    String id =
        api.post(
                "/assistants",
                """
                {"model": "m", "name": "n", "instructions": "i", "temperature": 0.5,
                 "metadata": {"a": "1", "b": "2"}, "tools": [{"type": "code_interpreter"}]}
                """)
            .id();
    JsonObject changed =
        api.post(
                "/assistants/" + id,
                "{\"name\":null,\"metadata\":{\"c\":\"3\"},\"temperature\":null,\"tools\":[]}")
            .ok();
    assertThat(changed.get("name").isJsonNull()).isTrue();
    assertThat(changed.get("instructions").getAsString()).isEqualTo("i");
    assertThat(changed.get("temperature").getAsDouble()).isEqualTo(1.0);
    assertThat(changed.get("metadata")).isEqualTo(json("{\"c\":\"3\"}"));
    assertThat(changed.getAsJsonArray("tools")).isEmpty();
    assertThat(api.get("/assistants/" + id).ok()).isEqualTo(changed);
  }

  @Test
  void deletesAndThenKnowsNothing() {
    String id = api.post("/assistants", "{\"model\":\"m\"}").id();
    assertThat(api.delete("/assistants/" + id).ok())
        .isEqualTo(
            json(
                "{\"id\":\"%s\",\"object\":\"assistant.deleted\",\"deleted\":true}".formatted(id)));
    String gone = "404 No assistant found with id '%s'. [null, null]".formatted(id);
    assertThat(api.get("/assistants/" + id).error()).isEqualTo(gone);
    assertThat(api.post("/assistants/" + id, "{}").error()).isEqualTo(gone);
    assertThat(api.delete("/assistants/" + id).error()).isEqualTo(gone);
    assertThat(api.get("/assistants").ids()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /assistants/new                      | Invalid 'assistant_id': 'new'. Expected an ID that begins with 'asst'. [assistant_id, invalid_value]
          /threads/undefined                   | Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'. [thread_id, invalid_value]
          /threads/THREAD/messages/thread_a    | Invalid 'message_id': 'thread_a'. Expected an ID that begins with 'msg'. [message_id, invalid_value]
          /threads/THREAD/messages?after=asst_ | Invalid 'after': 'asst_'. Expected an ID that begins with 'msg'. [after, invalid_value]
          /threads/THREAD/messages?run_id=1    | Invalid 'run_id': '1'. Expected an ID that begins with 'run'. [run_id, invalid_value]
          /assistants?before=msg_1             | Invalid 'before': 'msg_1'. Expected an ID that begins with 'asst'. [before, invalid_value]
          """)
  void refusesIdsOfAnotherKind(String path, String error) {
    String thread = api.post("/threads", "{}").id();
    assertThat(api.get(path.replace("THREAD", thread)).error()).isEqualTo("400 " + error);
  }

  @Test
  void listsInTheOrderOfCreationWithinASecond() {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      created.add(api.post("/assistants", "{\"model\":\"m\"}").id());
    }
    assertThat(all("/assistants?limit=20&order=asc")).isEqualTo(created);
    Collections.reverse(created);
    assertThat(all("/assistants?limit=20")).isEqualTo(created);
    Answer page = api.get("/assistants?limit=2&before=" + created.get(10));
    assertThat(page.ids()).isEqualTo(created.subList(8, 10));
    assertThat(page.get("has_more").getAsBoolean()).isTrue();
    assertThat(page.get("first_id").getAsString()).isEqualTo(created.get(8));
    assertThat(page.get("last_id").getAsString()).isEqualTo(created.get(9));
    Answer between =
        api.get("/assistants?after=%s&before=%s".formatted(created.get(3), created.get(6)));
    assertThat(between.ids()).isEqualTo(created.subList(4, 6));
    assertThat(between.get("has_more").getAsBoolean()).isFalse();
    String unknown = "asst_" + "0".repeat(24);
    assertThat(api.get("/assistants?after=" + unknown).error())
        .isEqualTo("404 No assistant found with id '%s'. [null, null]".formatted(unknown));
  }

  @Test
  void goesOnListingAfterAnObjectThatIsGone() {
    String thread = api.post("/threads", "{}").id();
    for (int i = 0; i < 5; i++) {
      api.post("/threads/%s/messages".formatted(thread), "{\"role\":\"user\",\"content\":\"hi\"}");
    }
    int deleted = 0;
    String path = "/threads/%s/messages?limit=2".formatted(thread);
    Answer page = api.get(path);
    while (!page.ids().isEmpty()) {
      page.ids().forEach(id -> api.delete("/threads/%s/messages/%s".formatted(thread, id)).ok());
      deleted += page.ids().size();
      page = api.get(path + "&after=" + page.get("last_id").getAsString());
    }
    assertThat(deleted).isEqualTo(5);
  }

  private List<String> all(String path) {
    List<String> all = new ArrayList<>();
    Answer page = api.get(path);
    all.addAll(page.ids());
    while (page.get("has_more").getAsBoolean()) {
      page = api.get(path + "&after=" + page.get("last_id").getAsString());
      all.addAll(page.ids());
    }
    return all;
  }

  @Test
  void createsAThreadWithMessages() {
    Answer thread =
        api.post(
            "/threads",
            """
            {"messages": [{"role": "user", "content": "one"},
                          {"role": "assistant", "content": [{"type": "text", "text": "two"}]}],
             "metadata": {"k": "v"}}
            """);
    assertThat(without(thread.ok(), "id"))
        .isEqualTo(
            json(
                """
                {"object": "thread", "created_at": 1790000000, "tool_resources": {},
                 "metadata": {"k": "v"}}
                """));
    String messages = "/threads/%s/messages".formatted(thread.id());
    assertThat(texts(api.get(messages + "?order=asc"))).containsExactly("one", "two");
    assertThat(api.get("/threads/" + thread.id()).ok()).isEqualTo(thread.ok());
  }

  @Test
  void takesAThreadWithoutABody() {
    assertThat(api.post("/threads", "").id()).startsWith("thread_");
  }

  @Test
  void showsAMessageInTheFormOfAnswers() {
    String thread = api.post("/threads", "{}").id();
    Answer message =
        api.post(
            "/threads/%s/messages".formatted(thread),
            """
            {"role": "user", "content": [{"type": "text", "text": "look"},
              {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
              {"type": "image_file", "image_file": {"file_id": "file-a", "detail": "low"}}]}
            """);
    assertThat(message.id()).matches("msg_[A-Za-z0-9]{24}");
    assertThat(without(message.ok(), "id"))
        .isEqualTo(
            json(
                """
                {"object": "thread.message", "created_at": 1790000000, "thread_id": "THREAD",
                 "status": "completed", "incomplete_details": null, "completed_at": null,
                 "incomplete_at": null, "role": "user", "assistant_id": null, "run_id": null,
                 "attachments": [], "metadata": {}, "content": [
                  {"type": "text", "text": {"value": "look", "annotations": []}},
                  {"type": "image_url",
                   "image_url": {"url": "https://example.com/a.png", "detail": "auto"}},
                  {"type": "image_file", "image_file": {"file_id": "file-a", "detail": "low"}}]}
                """
                    .replace("THREAD", thread)));
  }

  @Test
  void changesOnlyTheMetadataOfAMessage() {
    String thread = api.post("/threads", "{}").id();
    String messages = "/threads/%s/messages".formatted(thread);
    String id = api.post(messages, "{\"role\":\"user\",\"content\":\"hi\"}").id();
    String path = messages + "/" + id;
    assertThat(api.post(path, "{\"metadata\":{\"k\":\"v\"}}").get("metadata"))
        .isEqualTo(json("{\"k\":\"v\"}"));
    assertThat(api.post(path, "{\"metadata\":null}").get("metadata")).isEqualTo(json("{}"));
    assertThat(api.post(path, "{\"content\":\"x\"}").error())
        .isEqualTo("400 Unknown parameter: 'content'. [content, unknown_parameter]");
    assertThat(texts(api.get(messages))).containsExactly("hi");
  }

  @Test
  void findsMessagesOnlyInTheirThread() {
    String thread = api.post("/threads", "{}").id();
    String other = api.post("/threads", "{}").id();
    String id =
        api.post("/threads/%s/messages".formatted(thread), "{\"role\":\"user\",\"content\":\"hi\"}")
            .id();
    assertThat(api.get("/threads/%s/messages/%s".formatted(other, id)).error())
        .isEqualTo("404 No message found with id '%s'. [null, null]".formatted(id));
  }

  @Test
  void deletesAThreadWithAllItHolds() {
    String thread =
        api.post("/threads", "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}").id();
    String messages = "/threads/%s/messages".formatted(thread);
    assertThat(api.delete("/threads/" + thread).get("object").getAsString())
        .isEqualTo("thread.deleted");
    String gone = "404 No thread found with id '%s'. [null, null]".formatted(thread);
    assertThat(api.get("/threads/" + thread).error()).isEqualTo(gone);
    assertThat(api.get(messages).error()).isEqualTo(gone);
    assertThat(api.post(messages, "{\"role\":\"user\",\"content\":\"hi\"}").error())
        .isEqualTo(gone);
  }

  @Test
  void refusesToMakeVectorStores() {
    assertThat(
            api.post("/threads", "{\"tool_resources\":{\"file_search\":{\"vector_stores\":[{}]}}}")
                .error())
        .startsWith("400 'tool_resources.file_search.vector_stores' is not supported.")
        .endsWith("[tool_resources.file_search.vector_stores, unsupported_parameter]");
  }

  @Test
  void answersWithTheHeadersThatSdksRead() {
    Answer answer = api.get("/assistants");
    assertThat(answer.headers().get("x-request-id")).matches("req_[0-9a-f]{32}");
    assertThat(answer.headers().get("openai-version")).isEqualTo("2020-10-01");
    assertThat(answer.headers().get("openai-processing-ms")).matches("[0-9]+");
    assertThat(answer.headers().get("content-type")).isEqualTo("application/json");
  }

  private static List<String> texts(Answer page) {
    List<String> texts = new ArrayList<>();
    page.ok()
        .getAsJsonArray("data")
        .forEach(
            message ->
                texts.add(
                    message
                        .getAsJsonObject()
                        .getAsJsonArray("content")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("value")
                        .getAsString()));
    return texts;
  }

  private static JsonObject without(JsonObject object, String name) {
    JsonObject rest = object.deepCopy();
    rest.remove(name);
    return rest;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
