package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.LocalApi.Answer;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An engine in a process of its own, to be killed. It works on what is in the database, and with
 * clients of its own it says on standard output what they were promised.
 */
final class EngineProcess {

  private final Process process;
  private final Path output;

  private EngineProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a process, and waits until it works. */
  static EngineProcess start(Path folder, int clients) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "promises", ".txt");
    String java = ProcessHandle.current().info().command().orElse("java");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-cp",
                classes,
                EngineProcess.class.getName(),
                folder.toString(),
                String.valueOf(clients))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    while (Files.size(output) == 0) {
      if (!process.isAlive()) {
        throw new IOException("The engine's process did not start");
      }
      Thread.sleep(10);
    }
    return new EngineProcess(process, output);
  }

  /** Waits until it has promised so much. */
  void awaitPromises(int count) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (promises().size() < count && System.nanoTime() < end) {
      Thread.sleep(1);
    }
  }

  private List<String> promises() throws IOException {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(1).toList();
  }

  long pid() {
    return process.pid();
  }

  /** Kills it as the system would, and gives what it had promised: lines of whole words. */
  List<String> kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
    return promises();
  }

  public static void main(String[] arguments) throws Exception {
    LocalApi api = open(Path.of(arguments[0]), 8);
    System.out.print('\n');
    System.out.flush();
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      Thread client = new Thread(() -> new Client(api).run());
      client.start();
    }
    Thread.sleep(Duration.ofMinutes(5).toMillis());
  }

  /** An engine on the same database as the processes', with the same model. */
  static LocalApi open(Path folder, int workers) {
    return new TestEngine(folder).model(model()).workers(workers).open();
  }

  /** Asks once for a function if the conversation says so; each answer names its process. */
  private static ScriptedModel model() {
    ScriptedModel model = new ScriptedModel();
    model.otherwise(
        ScriptedModel.takes(
            Duration.ofMillis(30),
            (request, key, token) ->
                (wantsTool(request)
                        ? ScriptedModel.completes(ScriptedModel.call("call_a", "weather"))
                        : ScriptedModel.says("by " + ProcessHandle.current().pid()))
                    .answer(request, key, token)));
    return model;
  }

  private static boolean wantsTool(ModelRequest request) {
    InputItem last = request.input().get(request.input().size() - 1);
    return last instanceof InputItem.Message message && message.parts().toString().contains("tool");
  }

  /** A client that does a bit of everything and notes down what it was promised. */
  private static final class Client {

    private final LocalApi api;
    private final Random random = new Random();

    Client(LocalApi api) {
      this.api = api;
    }

    void run() {
      String assistant = api.post("/assistants", "{\"model\":\"m\"}").id();
      try {
        while (true) {
          converse(new Conversation(api, assistant, api.post("/threads", "{}").id()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void converse(Conversation talk) throws InterruptedException {
      int kind = random.nextInt(4);
      String message = talk.say(kind == 0 ? "tool" : "plain").id();
      promised("message", talk.thread(), message);
      String run = talk.start("").id();
      promised("run", talk.thread(), run);
      if (kind == 1) {
        if (talk.cancel(run).status() == 200) {
          promised("cancelled", talk.thread(), run);
        }
      } else if (kind == 0) {
        talk.await(run, "requires_action");
        if (talk.submit(run, "call_a", "sun").status() == 200) {
          promised("submitted", talk.thread(), run);
        }
      } else if (kind == 2) {
        JsonObject done = talk.settled(run);
        promised(done.get("status").getAsString(), talk.thread(), run);
      }
    }

    private static void promised(String what, String thread, String id) {
      synchronized (System.out) {
        System.out.println(what + " " + thread + " " + id);
        System.out.flush();
      }
    }
  }

  /** The runs that go on or wait, of the threads in what was promised. */
  static List<String> unfinished(LocalApi api, List<String> promises) {
    List<String> unfinished = new ArrayList<>();
    for (String promise : promises) {
      String[] words = promise.split(" ");
      if (words[0].equals("run")) {
        Answer run = api.get("/threads/%s/runs/%s".formatted(words[1], words[2]));
        String status = run.get("status").getAsString();
        if (status.equals("queued") || status.equals("in_progress")) {
          unfinished.add(promise);
        }
      }
    }
    return unfinished;
  }
}
