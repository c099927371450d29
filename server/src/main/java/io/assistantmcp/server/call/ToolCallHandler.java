package io.assistantmcp.server.call;

import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.tool.InvalidArgumentException;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one tool call: checks its arguments, sends its request, turns the answer into a result.
 */
public final class ToolCallHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ToolCallHandler.class);

  private final ArgumentValidator validator = new ArgumentValidator();
  private final RequestGuard guard;
  private final ApiErrorTranslator errors;
  private final FailureTranslator failures;
  private final Redactor redactor;

  /**
   * @param config where calls go, and the key that no answer may repeat
   */
  public ToolCallHandler(ServerConfig config) {
    this.guard = new RequestGuard(config.root());
    this.errors = new ApiErrorTranslator(config.baseUrl().host());
    this.failures = new FailureTranslator(config);
    this.redactor = new Redactor(config.apiKey());
  }

  /** The result of a call that nobody will cancel. */
  public CallToolResult call(McpTool tool, Map<String, @Nullable Object> arguments) {
    return call(tool, arguments, call -> {});
  }

  /**
   * The result of a call. Whatever goes wrong is a result too; nothing is thrown.
   *
   * @param onStart given the HTTP call before it is sent, so that it can be cancelled
   */
  public CallToolResult call(
      McpTool tool, Map<String, @Nullable Object> arguments, Consumer<Call> onStart) {
    try {
      List<String> problems = validator.problems(tool, arguments);
      return problems.isEmpty() ? send(tool, arguments, onStart) : failure(invalid(tool, problems));
    } catch (InvalidArgumentException e) {
      return failure(invalid(tool, List.of(String.valueOf(e.getMessage()))));
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      LOG.debug("{} failed", tool.definition().name(), e);
      return failure(failures.translate(e, tool.definition()));
    }
  }

  private CallToolResult send(
      McpTool tool, Map<String, @Nullable Object> arguments, Consumer<Call> onStart)
      throws Exception {
    Call call = tool.newCall(new ToolArguments(arguments));
    guard.check(tool.definition().operation(), arguments, call.request());
    onStart.accept(call);
    try (Response response = call.execute()) {
      Answer answer = Answer.read(response);
      return answer.successful()
          ? ToolResults.success(answer)
          : failure(errors.translate(answer, tool.definition()));
    }
  }

  private CallToolResult failure(String text) {
    return ToolResults.failure(redactor.redact(text));
  }

  private static String invalid(McpTool tool, List<String> problems) {
    return "Invalid arguments for "
        + tool.definition().name()
        + ", nothing was sent:\n- "
        + String.join("\n- ", problems);
  }
}
