package io.assistantmcp.server.call;

import io.assistantmcp.engine.api.ServedPaths;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.tool.ToolDefinition;

/**
 * Where calls go, and what is said of failures there.
 *
 * @param advice of its keys
 * @param errors of what it refuses
 * @param failures of what it does not answer
 */
record Destination(KeyAdvice advice, ApiErrorTranslator errors, FailureTranslator failures) {

  /** Whether a tool is of the Assistants API, and not of another part of OpenAI's. */
  static boolean isAssistants(ToolDefinition tool) {
    return ServedPaths.include(tool.operation().path());
  }

  /** Where the Assistants API is. */
  static Destination assistants(ServerConfig config) {
    UpstreamConfig upstream = config.upstream();
    return of(
        new KeyAdvice(config.credentials().source(), upstream.host()), upstream, Settings.BASE_URL);
  }

  /** Where all else is. */
  static Destination provider(ServerConfig config) {
    KeySource source = config.credentials().source();
    UpstreamConfig provider = config.provider();
    return of(
        new KeyAdvice(
            source, config.providerHasKey() ? Settings.MODEL_KEY : source.place(), provider.host()),
        provider,
        config.embedded() == null ? Settings.BASE_URL : Settings.MODEL_URL);
  }

  private static Destination of(KeyAdvice advice, UpstreamConfig upstream, String setting) {
    return new Destination(
        advice, new ApiErrorTranslator(advice, setting), new FailureTranslator(upstream, setting));
  }
}
