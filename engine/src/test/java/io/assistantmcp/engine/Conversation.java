package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.LocalApi.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An assistant and a thread with one message, and what a client does with them. */
record Conversation(LocalApi api, String assistant, String thread) {

  private static final Set<String> GOES_ON = Set.of("queued", "in_progress", "cancelling");

  static Conversation on(LocalApi api) {
    return on(api, "{\"model\":\"gpt-4o\",\"instructions\":\"Be brief.\"}");
  }

  static Conversation on(LocalApi api, String assistant) {
    String id = api.post("/assistants", assistant).id();
    String thread =
        api.post("/threads", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}").id();
    return new Conversation(api, id, thread);
  }

  String path() {
    return "/threads/" + thread;
  }

  String path(String run) {
    return path() + "/runs/" + run;
  }

  /** Starts a run; further fields begin with a comma. */
  Answer start(String fields) {
    return api.post(path() + "/runs", "{\"assistant_id\":\"%s\"%s}".formatted(assistant, fields));
  }

  Answer say(String text) {
    return api.post(path() + "/messages", "{\"role\":\"user\",\"content\":\"%s\"}".formatted(text));
  }

  Answer cancel(String run) {
    return api.post(path(run) + "/cancel", "{}");
  }

  Answer submit(String run, String... callsAndOutputs) {
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < callsAndOutputs.length; i += 2) {
      outputs.add(
          "{\"tool_call_id\":\"%s\",\"output\":\"%s\"}"
              .formatted(callsAndOutputs[i], callsAndOutputs[i + 1]));
    }
    return api.post(
        path(run) + "/submit_tool_outputs",
        "{\"tool_outputs\":[%s]}".formatted(String.join(",", outputs)));
  }

  /** The run, once it does not go on by itself. */
  JsonObject settled(String run) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    JsonObject now = api.get(path(run)).ok();
    while (GOES_ON.contains(now.get("status").getAsString())) {
      assertThat(System.nanoTime()).as("still going on: %s", now).isLessThan(end);
      Thread.sleep(10);
      now = api.get(path(run)).ok();
    }
    return now;
  }

  /** Waits until a run has a status. */
  void await(String run, String status) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!status(run).equals(status)) {
      assertThat(System.nanoTime()).as("not %s: %s", status, status(run)).isLessThan(end);
      Thread.sleep(10);
    }
  }

  String status(String run) {
    return api.get(path(run)).get("status").getAsString();
  }

  List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    for (JsonElement message : api.get(path() + "/messages" + query).ok().getAsJsonArray("data")) {
      JsonObject part =
          message.getAsJsonObject().getAsJsonArray("content").get(0).getAsJsonObject();
      texts.add(part.getAsJsonObject("text").get("value").getAsString());
    }
    return texts;
  }

  List<JsonObject> steps(String run) {
    List<JsonObject> steps = new ArrayList<>();
    api.get(path(run) + "/steps?order=asc")
        .ok()
        .getAsJsonArray("data")
        .forEach(step -> steps.add(step.getAsJsonObject()));
    return steps;
  }
}
