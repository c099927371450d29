package io.assistantmcp.server.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/**
 * A conversation with an assistant, from nothing to its answer, a line per step.
 *
 * @param out where it is told
 * @param model the model that the assistant is made for
 */
public record Demo(PrintStream out, String model) {

  private static final String QUESTION = "What is an assistant? Answer in one sentence.";
  private static final Set<String> UNDER_WAY = Set.of("queued", "in_progress", "cancelling");
  private static final int PAUSE_MILLIS = 250;

  /**
   * Starts a server, and talks to it until the assistant has answered.
   *
   * @param settings of the server, besides those of this process
   * @throws DemoException if anything does not work
   */
  public void run(Map<String, String> settings) throws DemoException {
    try (ToolClient client = new ToolClient(start(settings))) {
      step("connect", client.connect());
      JsonObject assistant =
          client.call(
              "create_assistant",
              json("model", model, "name", "Demo", "instructions", "Be brief."));
      step("create_assistant", id(assistant) + "  for " + model);
      JsonObject thread = client.call("create_thread", new JsonObject());
      step("create_thread", id(thread));
      JsonObject message =
          client.call(
              "create_message", json("thread_id", id(thread), "role", "user", "content", QUESTION));
      step("create_message", id(message));
      JsonObject run =
          client.call("create_run", json("thread_id", id(thread), "assistant_id", id(assistant)));
      step("create_run", id(run) + "  " + status(run));
      await(client, run);
      tell(client.call("list_messages", json("thread_id", id(thread), "order", "asc")));
    }
  }

  private static Process start(Map<String, String> settings) throws DemoException {
    ProcessBuilder server =
        new ProcessBuilder(ServerCommand.ofThisProcess())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    server.environment().putAll(settings);
    try {
      return server.start();
    } catch (IOException e) {
      throw new DemoException("The server cannot be started: " + e.getMessage());
    }
  }

  private void await(ToolClient client, JsonObject created) throws DemoException {
    long begin = System.nanoTime();
    JsonObject names = json("thread_id", created.get("thread_id").getAsString());
    names.add("run_id", created.get("id"));
    JsonObject run = client.call("get_run", names);
    while (UNDER_WAY.contains(status(run))) {
      pause();
      run = client.call("get_run", names);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    step("get_run", id(run) + "  " + status(run) + " after " + millis + " ms");
    if (!status(run).equals("completed")) {
      JsonElement error = run.get("last_error");
      throw new DemoException(
          "The run is "
              + status(run)
              + (error.isJsonObject()
                  ? ": " + error.getAsJsonObject().get("message").getAsString()
                  : ""));
    }
  }

  private static void pause() throws DemoException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("Interrupted");
    }
  }

  private void tell(JsonObject list) {
    JsonArray messages = list.getAsJsonArray("data");
    step("list_messages", messages.size() + " messages");
    for (JsonElement element : messages) {
      JsonObject message = element.getAsJsonObject();
      out.println();
      out.println(message.get("role").getAsString() + ":");
      out.println("  " + text(message).replace("\n", "\n  "));
    }
  }

  private static String text(JsonObject message) {
    JsonObject part = message.getAsJsonArray("content").get(0).getAsJsonObject();
    return part.getAsJsonObject("text").get("value").getAsString();
  }

  private void step(String what, String came) {
    out.printf("%-17s %s%n", what, came);
  }

  private static String id(JsonObject object) {
    return object.get("id").getAsString();
  }

  private static String status(JsonObject run) {
    return run.get("status").getAsString();
  }

  private static JsonObject json(String... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
