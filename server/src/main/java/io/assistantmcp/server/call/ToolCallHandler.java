package io.assistantmcp.server.call;

import io.assistantmcp.server.client.CallProgress;
import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.tool.InvalidArgumentException;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Handles one tool call: checks its arguments, sends its request, turns the answer into a result.
 */
public final class ToolCallHandler {

  private final ArgumentValidator validator = new ArgumentValidator();
  private final RequestGuard guard;
  private final KeyRule keyRule;
  private final Destination assistants;
  private final Destination provider;
  private final Credentials own;
  private final @Nullable ApiKey modelKey;
  private final AnswerMemory memory;
  private final CallObserver observer;

  /** A handler that nobody watches. */
  public ToolCallHandler(ServerConfig config) {
    this(config, CallObserver.NONE);
  }

  /**
   * @param config where calls go, and with whose key
   * @param observer is told of calls
   */
  public ToolCallHandler(ServerConfig config, CallObserver observer) {
    UpstreamConfig upstream = config.upstream();
    this.guard = new RequestGuard(upstream.root());
    this.assistants = Destination.assistants(config);
    this.provider = Destination.provider(config);
    this.keyRule = new KeyRule(config, assistants.advice());
    this.own = config.credentials().own();
    this.modelKey = config.modelKey();
    this.memory = AnswerMemory.inQuarterOfTheHeap(upstream.timeout());
    this.observer = observer;
  }

  /** The result of a call with the server's own credentials, that nobody will cancel. */
  public CallToolResult call(McpTool tool, Map<String, @Nullable Object> arguments) {
    AtomicReference<CallToolResult> result = new AtomicReference<>();
    call(tool, arguments, own, call -> {}, result::set);
    return Objects.requireNonNull(result.get());
  }

  /**
   * Makes a call. Whatever goes wrong is a result too; nothing is thrown.
   *
   * @param credentials whom it is made for; they are forgotten with the call
   * @param onStart given the HTTP call before it is sent, so that it can be cancelled
   * @param onResult given the result; when it returns, the memory of a large one is free for others
   */
  public void call(
      McpTool tool,
      Map<String, @Nullable Object> arguments,
      Credentials credentials,
      Consumer<Call> onStart,
      Consumer<CallToolResult> onResult) {
    long start = System.nanoTime();
    Redactor redactor = Redactor.of(own.key(), modelKey, credentials.key());
    ToolCall call = new ToolCall(tool, arguments, credentials, redactor, onStart);
    observer.begun();
    try (AnswerMemory.Share share = memory.share()) {
      Outcome outcome = outcome(call, share);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      observer.ended(tool.definition().name(), outcome.kind().toString(), took);
      CallLog.write(call.definition(), redactor, outcome, took);
      onResult.accept(outcome.result());
    }
  }

  /**
   * The result of a call of a tool that is not served.
   *
   * @param reason what its caller is told
   */
  public CallToolResult refuse(ToolDefinition tool, String reason) {
    Outcome outcome = Outcome.unanswered(Outcome.Kind.WITHHELD, ToolResults.failure(reason));
    observer.begun();
    observer.ended(tool.name(), outcome.kind().toString(), Duration.ZERO);
    CallLog.write(tool, Redactor.of(own.key(), null), outcome, Duration.ZERO);
    return outcome.result();
  }

  private Outcome outcome(ToolCall call, AnswerMemory.Share share) {
    try {
      List<String> problems = validator.problems(call.tool(), call.arguments());
      return problems.isEmpty() ? authorized(call, share) : invalid(call, problems);
    } catch (InvalidArgumentException e) {
      return invalid(call, List.of(String.valueOf(e.getMessage())));
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      CallLog.trace(call, e);
      return failed(call, destination(call).failures().internal());
    }
  }

  private Outcome authorized(ToolCall call, AnswerMemory.Share share) throws Exception {
    Optional<String> objection =
        keyRule
            .objection(call)
            .or(() -> call.credentials().unsendable().map(destination(call).advice()::unsendable));
    return objection.isPresent() ? failed(call, objection.get()) : send(call, share);
  }

  private Outcome send(ToolCall call, AnswerMemory.Share share) throws Exception {
    Call http = call.tool().newCall(new ToolArguments(call.arguments()));
    guard.check(call.definition().operation(), call.arguments(), http.request());
    http.tag(Credentials.class, call::credentials);
    call.onStart().accept(http);
    CallProgress progress = CallProgress.of(http);
    try (Response response = http.execute()) {
      Answer answer = Answer.read(response, share, http::cancel);
      return ToolResults.success(answer, call.definition().operation().answer())
          .map(result -> Outcome.answered(Outcome.Kind.DONE, answer, result))
          .orElseGet(() -> refused(call, answer, progress.attempts()));
    } catch (IOException e) {
      String text = destination(call).failures().translate(e, call.definition(), progress);
      return isCancellation(e, http)
          ? Outcome.unanswered(Outcome.Kind.CANCELLED, failure(call, text))
          : failed(call, text);
    }
  }

  private Destination destination(ToolCall call) {
    return Destination.isAssistants(call.definition()) ? assistants : provider;
  }

  /** OkHttp and we cancel calls as well: when their time is up, or an answer is too large. */
  private static boolean isCancellation(IOException failure, Call call) {
    return call.isCanceled()
        && !(failure instanceof InterruptedIOException)
        && !(failure instanceof AnswerTooLargeException);
  }

  private Outcome refused(ToolCall call, Answer answer, int attempts) {
    String text = destination(call).errors().translate(answer, call.definition(), attempts);
    return Outcome.answered(Outcome.Kind.REFUSED, answer, failure(call, text));
  }

  private static Outcome invalid(ToolCall call, List<String> problems) {
    String text =
        "Invalid arguments for "
            + call.definition().name()
            + ", nothing was sent:\n- "
            + String.join("\n- ", problems);
    return Outcome.unanswered(Outcome.Kind.INVALID, failure(call, text));
  }

  private static Outcome failed(ToolCall call, String text) {
    return Outcome.unanswered(Outcome.Kind.FAILED, failure(call, text));
  }

  private static CallToolResult failure(ToolCall call, String text) {
    return ToolResults.failure(call.redactor().redact(text));
  }
}
