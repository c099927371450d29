package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Caller;
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
  private final Map<String, Function<Call, JsonObject>> operations = new HashMap<>();

  private AssistantsEngine(EngineConfig config, Store store) {
    this.config = config;
    this.store = store;
    this.tenants = Tenants.in(store);
    serve(config.clock());
  }

  /** Opens the database, and makes it if it is not there. */
  public static AssistantsEngine open(EngineConfig config) {
    return new AssistantsEngine(config, Store.open(config.database()));
  }

  private void serve(Clock clock) {
    Assistants assistants = new Assistants(store, clock);
    operations.put("listAssistants", assistants::list);
    operations.put("createAssistant", assistants::create);
    operations.put("getAssistant", assistants::get);
    operations.put("modifyAssistant", assistants::modify);
    operations.put("deleteAssistant", assistants::delete);
    Threads threads = new Threads(store, clock);
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
  }

  /** The operations there are, by their {@code operationId}. */
  public Set<String> operations() {
    return Set.copyOf(operations.keySet());
  }

  /** Who comes with a key, or without one. */
  public Caller caller(@Nullable String key) {
    if (!config.tenantPerKey()) {
      return new Caller(Tenants.SINGLE, key);
    }
    if (key == null) {
      throw ApiException.invalid(
          401,
          "You didn't provide an API key. Send one in the header 'Authorization: Bearer <key>'.",
          null,
          null);
    }
    return new Caller(tenants.of(key), key);
  }

  /** Does what a call asks for, and gives the answer's body. */
  public JsonObject answer(Call call) {
    Function<Call, JsonObject> operation = operations.get(call.operation());
    if (operation == null) {
      throw ApiException.server(501, "'%s' is not there yet.".formatted(call.operation()));
    }
    return operation.apply(call);
  }

  @Override
  public void close() {
    store.close();
  }
}
