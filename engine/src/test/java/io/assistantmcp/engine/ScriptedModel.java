package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A model that does what a test tells it to, and else says hello. */
final class ScriptedModel implements Model {

  /** What to answer to a call. */
  interface Step {
    ModelAnswer answer(ModelRequest request, @Nullable ModelKey key, CancelToken token)
        throws InterruptedException;
  }

  private final Queue<Step> script = new ConcurrentLinkedQueue<>();
  private final LinkedBlockingQueue<ModelRequest> requests = new LinkedBlockingQueue<>();
  private Step otherwise = says("Hello");

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Api.RESPONSES, "model.test:443", false, true, Capabilities.Unsupported.REJECT);
  }

  @Override
  public ModelAnswer call(ModelRequest request, @Nullable ModelKey key, CancelToken token) {
    requests.add(request);
    Step step = script.poll();
    try {
      return (step == null ? otherwise : step).answer(request, key, token);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ModelAnswer.Failed(ModelAnswer.Kind.CANCELLED, "interrupted");
    }
  }

  ScriptedModel then(Step step) {
    script.add(step);
    return this;
  }

  /** What to answer once all else is. */
  void otherwise(Step step) {
    otherwise = step;
  }

  /** The next request that came, waiting for it. */
  ModelRequest request() throws InterruptedException {
    ModelRequest request = requests.poll(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("The model was not called");
    }
    return request;
  }

  int calls() {
    return requests.size();
  }

  static Step says(String text) {
    return completes(message(text));
  }

  static Step completes(OutputItem... items) {
    return (request, key, token) -> new ModelAnswer.Completed(List.of(items), new Usage(10, 5));
  }

  static Step isCutShort(ModelAnswer.Reason reason, OutputItem... items) {
    return (request, key, token) ->
        new ModelAnswer.Incomplete(reason, List.of(items), new Usage(10, 5));
  }

  static Step fails(ModelAnswer.Kind kind, String message) {
    return (request, key, token) -> new ModelAnswer.Failed(kind, message);
  }

  /** Never answers, until the call is ended. */
  static Step hangs() {
    return (request, key, token) -> {
      token.await(token.remaining());
      return new ModelAnswer.Failed(ModelAnswer.Kind.CANCELLED, "The call was ended.");
    };
  }

  static Step takes(Duration time, Step then) {
    return (request, key, token) -> {
      if (token.await(time)) {
        return new ModelAnswer.Failed(ModelAnswer.Kind.CANCELLED, "The call was ended.");
      }
      return then.answer(request, key, token);
    };
  }

  static OutputItem message(String text) {
    return new OutputItem.Message(
        List.of(new ContentPart.Text(text, List.of())), raw("message", text));
  }

  static OutputItem call(String id, String name) {
    return new OutputItem.FunctionCall(id, name, "{\"city\":\"Oslo\"}", raw("function_call", id));
  }

  static JsonObject raw(String type, String id) {
    JsonObject raw = new JsonObject();
    raw.addProperty("type", type);
    raw.addProperty("id", id);
    return raw;
  }
}
