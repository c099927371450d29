package io.assistantmcp.engine;

import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelNames;
import io.assistantmcp.engine.run.RunConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** How a test wants its engine. */
final class TestEngine {

  private final Path folder;
  private Clock clock = Clock.systemUTC();
  private Model model = new ScriptedModel();
  private boolean keys;
  private Duration life = Duration.ofSeconds(600);
  private Duration keyWait = Duration.ofSeconds(1);
  private int contextTokens;
  private int workers = 8;

  TestEngine(Path folder) {
    this.folder = folder;
  }

  TestEngine clock(Clock value) {
    clock = value;
    return this;
  }

  TestEngine model(Model value) {
    model = value;
    return this;
  }

  /** Tenants by key, and models called with the caller's. */
  TestEngine withKeys() {
    keys = true;
    return this;
  }

  TestEngine life(Duration value) {
    life = value;
    return this;
  }

  TestEngine workers(int value) {
    workers = value;
    return this;
  }

  TestEngine contextTokens(int value) {
    contextTokens = value;
    return this;
  }

  EngineConfig config() {
    return new EngineConfig(
        "jdbc:sqlite:" + folder.resolve("assistants.db"),
        keys,
        new RunConfig(
            model,
            ModelNames.SAME,
            keys,
            life,
            workers,
            contextTokens,
            Duration.ofMillis(500),
            keyWait,
            clock));
  }

  LocalApi open() {
    return LocalApi.on(config());
  }
}
