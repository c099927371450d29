package io.assistantmcp.server.call;

import io.assistantmcp.server.client.CallProgress;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.tool.InvalidArgumentException;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final ApiErrorTranslator errors;
  private final FailureTranslator failures;
  private final Redactor redactor;
  private final CallLog log;
  private final AnswerMemory memory;

  /**
   * @param config where calls go, and the key that no answer may repeat
   */
  public ToolCallHandler(ServerConfig config) {
    UpstreamConfig upstream = config.upstream();
    this.guard = new RequestGuard(upstream.root());
    this.errors = new ApiErrorTranslator(upstream.baseUrl().host());
    this.failures = new FailureTranslator(upstream);
    this.redactor = new Redactor(upstream.apiKey());
    this.log = new CallLog(redactor);
    this.memory = AnswerMemory.inQuarterOfTheHeap(upstream.timeout());
  }

  /** The result of a call that nobody will cancel. */
  public CallToolResult call(McpTool tool, Map<String, @Nullable Object> arguments) {
    AtomicReference<CallToolResult> result = new AtomicReference<>();
    call(tool, arguments, call -> {}, result::set);
    return Objects.requireNonNull(result.get());
  }

  /**
   * Makes a call. Whatever goes wrong is a result too; nothing is thrown.
   *
   * @param onStart given the HTTP call before it is sent, so that it can be cancelled
   * @param onResult given the result; when it returns, the memory of a large one is free for others
   */
  public void call(
      McpTool tool,
      Map<String, @Nullable Object> arguments,
      Consumer<Call> onStart,
      Consumer<CallToolResult> onResult) {
    long start = System.nanoTime();
    try (AnswerMemory.Share share = memory.share()) {
      Outcome outcome = outcome(tool, arguments, onStart, share);
      log.write(tool, outcome, Duration.ofNanos(System.nanoTime() - start));
      onResult.accept(outcome.result());
    }
  }

  private Outcome outcome(
      McpTool tool,
      Map<String, @Nullable Object> arguments,
      Consumer<Call> onStart,
      AnswerMemory.Share share) {
    try {
      List<String> problems = validator.problems(tool, arguments);
      return problems.isEmpty() ? send(tool, arguments, onStart, share) : invalid(tool, problems);
    } catch (InvalidArgumentException e) {
      return invalid(tool, List.of(String.valueOf(e.getMessage())));
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return failed(failures.internal());
    }
  }

  private Outcome send(
      McpTool tool,
      Map<String, @Nullable Object> arguments,
      Consumer<Call> onStart,
      AnswerMemory.Share share)
      throws Exception {
    Call call = tool.newCall(new ToolArguments(arguments));
    guard.check(tool.definition().operation(), arguments, call.request());
    onStart.accept(call);
    CallProgress progress = CallProgress.of(call);
    try (Response response = call.execute()) {
      Answer answer = Answer.read(response, share, call::cancel);
      return ToolResults.success(answer)
          .map(result -> Outcome.answered(Outcome.Kind.DONE, answer, result))
          .orElseGet(() -> refused(tool, answer, progress.attempts()));
    } catch (IOException e) {
      return failed(failures.translate(e, tool.definition(), progress));
    }
  }

  private Outcome refused(McpTool tool, Answer answer, int attempts) {
    String text = errors.translate(answer, tool.definition(), attempts);
    return Outcome.answered(Outcome.Kind.REFUSED, answer, failure(text));
  }

  private Outcome invalid(McpTool tool, List<String> problems) {
    String text =
        "Invalid arguments for "
            + tool.definition().name()
            + ", nothing was sent:\n- "
            + String.join("\n- ", problems);
    return Outcome.unanswered(Outcome.Kind.INVALID, failure(text));
  }

  private Outcome failed(String text) {
    return Outcome.unanswered(Outcome.Kind.FAILED, failure(text));
  }

  private CallToolResult failure(String text) {
    return ToolResults.failure(redactor.redact(text));
  }
}
