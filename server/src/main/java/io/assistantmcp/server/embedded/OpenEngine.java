package io.assistantmcp.server.embedded;

import io.assistantmcp.engine.AssistantsEngine;
import io.assistantmcp.engine.EngineConfig;
import io.assistantmcp.engine.api.Requests;
import io.assistantmcp.engine.http.EngineHandler;
import io.assistantmcp.engine.http.EngineRequest;
import io.assistantmcp.engine.http.EngineResponse;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.provider.Models;
import io.assistantmcp.engine.run.RunConfig;
import io.assistantmcp.engine.store.StoreException;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.ServerConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine at work.
 *
 * @param engine does what requests ask for
 * @param handler reads requests and writes answers
 */
record OpenEngine(AssistantsEngine engine, EngineHandler handler) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenEngine.class);

  /** Models take longer; asking costs little. */
  private static final Duration POLL_AFTER = Duration.ofMillis(250);

  static OpenEngine open(ServerConfig config) throws UnavailableException {
    // Two things that take about as long, so that the first call waits for one of them only.
    CompletableFuture<Requests> requests = CompletableFuture.supplyAsync(Requests::load);
    try {
      AssistantsEngine engine = AssistantsEngine.open(engineConfig(config));
      return new OpenEngine(engine, new EngineHandler(engine, requests.join(), false, POLL_AFTER));
    } catch (StoreException e) {
      LOG.error("{}", e.getMessage());
      throw new UnavailableException(500, String.valueOf(e.getMessage()));
    }
  }

  private static EngineConfig engineConfig(ServerConfig config) {
    EmbeddedConfig embedded = Objects.requireNonNull(config.embedded());
    boolean tenantPerKey = config.credentials().source() != KeySource.SETTING;
    return new EngineConfig(embedded.databaseUrl(), tenantPerKey, runs(embedded));
  }

  private static RunConfig runs(EmbeddedConfig config) {
    ModelConfig model = config.model();
    RunConfig usual = RunConfig.on(Models.open(model));
    return new RunConfig(
        usual.model(),
        model.names(),
        model.api() != ModelConfig.Api.ECHO && !config.hasOwnKey(),
        config.runExpiry(),
        config.workers(),
        config.contextTokens(),
        usual.heartbeat(),
        usual.keyWait(),
        usual.clock());
  }

  EngineResponse answer(EngineRequest request) {
    return handler.handle(request);
  }

  @Override
  public void close() {
    engine.close();
  }
}
