package io.assistantmcp.server.call;

import io.assistantmcp.tool.ToolDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per call. It never holds arguments or results. */
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

  private CallLog() {}

  static void write(ToolDefinition tool, Redactor redactor, Outcome outcome, Duration took) {
    LOG.atInfo()
        .addKeyValue("tool", tool.name())
        .addKeyValue("outcome", outcome.kind())
        .addKeyValue("status", outcome.status() == 0 ? null : outcome.status())
        .addKeyValue("ms", took.toMillis())
        .addKeyValue("request", request(outcome.requestId(), redactor))
        .log();
  }

  /** What it takes to find an error of our own. */
  static void trace(ToolCall call, Throwable error) {
    LOG.atError()
        .addKeyValue("tool", call.definition().name())
        .log("The call failed inside this server: {}", Trace.of(error));
  }

  /** Upstream chose it, so it may be anything. */
  private static @Nullable String request(String id, Redactor redactor) {
    return id.matches("[!-~]{1,128}") ? redactor.redact(id) : null;
  }
}
