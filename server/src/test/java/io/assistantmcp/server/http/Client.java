package io.assistantmcp.server.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A client of one transport. */
interface Client extends AutoCloseable {

  /** Sends a request; its answer may come in any order. */
  CompletableFuture<JsonNode> ask(String request) throws Exception;

  /** Sends something that has no answer. */
  void tell(String notification) throws Exception;

  /** Asks the server to end, and waits until it has. */
  void endServer() throws Exception;

  @Override
  void close() throws IOException;
}
