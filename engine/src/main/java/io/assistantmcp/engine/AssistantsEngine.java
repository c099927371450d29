package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Caller;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.run.Runner;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.Tenants;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations of the Assistants API on a database. */
public final class AssistantsEngine implements AutoCloseable {

  private final EngineConfig config;
  private final Store store;
  private final Tenants tenants;
  private final Runner runner;
  private final Map<String, Function<Call, JsonObject>> operations = new HashMap<>();

  private AssistantsEngine(EngineConfig config, Store store) {
    this.config = config;
    this.store = store;
    this.tenants = Tenants.in(store);
    this.runner = Runner.start(config.runs(), store);
    serve(config.runs().clock());
  }

  /** Opens the database, and makes it if it is not there. */
  public static AssistantsEngine open(EngineConfig config) {
    Store store = Store.open(config.database());
    try {
      return new AssistantsEngine(config, store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void serve(Clock clock) {
    Assistants assistants = new Assistants(store, clock);
    operations.put("listAssistants", assistants::list);
    operations.put("createAssistant", assistants::create);
    operations.put("getAssistant", assistants::get);
    operations.put("modifyAssistant", assistants::modify);
    operations.put("deleteAssistant", assistants::delete);
    Threads threads = new Threads(store, runner);
    operations.put("createThread", threads::create);
    operations.put("getThread", threads::get);
    operations.put("modifyThread", threads::modify);
    operations.put("deleteThread", threads::delete);
    Messages messages = new Messages(store, clock);
    operations.put("listMessages", messages::list);
    operations.put("createMessage", messages::create);
    operations.put("getMessage", messages::get);
    operations.put("modifyMessage", messages::modify);
    operations.put("deleteMessage", messages::delete);
    Runs runs = new Runs(store, runner, threads);
    operations.put("listRuns", runs::list);
    operations.put("createRun", runs::create);
    operations.put("createThreadAndRun", runs::createWithThread);
    operations.put("getRun", runs::get);
    operations.put("modifyRun", runs::modify);
    operations.put("cancelRun", runs::cancel);
    operations.put("submitToolOuputsToRun", runs::submit);
    RunSteps steps = new RunSteps(store, runs);
    operations.put("listRunSteps", steps::list);
    operations.put("getRunStep", steps::get);
  }

  /** The operations there are, by their {@code operationId}. */
  public Set<String> operations() {
    return Set.copyOf(operations.keySet());
  }

  /** Who comes with a key, or without one. */
  public Caller caller(@Nullable String key) {
    if (key == null && config.tenantPerKey()) {
      throw ApiException.invalid(
          401,
          "You didn't provide an API key. Send one in the header 'Authorization: Bearer <key>'.",
          null,
          null);
    }
    boolean own = key != null && config.tenantPerKey();
    Caller caller = new Caller(own ? tenants.of(String.valueOf(key)) : Tenants.SINGLE, key);
    if (key != null && config.runs().keyFromCaller()) {
      runner.remember(caller.tenant(), modelKey(key));
    }
    return caller;
  }

  private static ModelKey modelKey(String key) {
    try {
      return ModelKey.of(key);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(
          401,
          "Incorrect API key provided: it holds characters that no key has.",
          null,
          "invalid_api_key");
    }
  }

  /** Does what a call asks for, and gives the answer's body. */
  public JsonObject answer(Call call) {
    Function<Call, JsonObject> operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalStateException("Nothing does '%s'".formatted(call.operation()));
    }
    return operation.apply(call);
  }

  @Override
  public void close() {
    runner.close();
    store.close();
  }
}
