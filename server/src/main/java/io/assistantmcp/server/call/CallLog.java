package io.assistantmcp.server.call;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per call. It never holds arguments or results. */
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final String NONE = "-";

  private CallLog() {}

  static void write(ToolCall call, Outcome outcome, Duration took) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "tool={} outcome={} status={} ms={} request={}",
          call.definition().name(),
          outcome.kind().name().toLowerCase(Locale.ROOT),
          outcome.status() == 0 ? NONE : outcome.status(),
          took.toMillis(),
          request(outcome.requestId(), call.redactor()));
    }
  }

  /** Upstream chose it, so it may be anything. */
  private static String request(String id, Redactor redactor) {
    return id.matches("[!-~]{1,128}") ? redactor.redact(id) : NONE;
  }
}
