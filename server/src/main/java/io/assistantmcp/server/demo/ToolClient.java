package io.assistantmcp.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * As little of an MCP client as it takes to call tools on stdio. The SDK's would bring another JSON
 * library along.
 */
final class ToolClient implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final Process server;
  private final BufferedWriter out;
  private final BufferedReader in;
  private int lastId;

  ToolClient(Process server) {
    this.server = server;
    this.out = server.outputWriter(UTF_8);
    this.in = server.inputReader(UTF_8);
  }

  /** Agrees with the server on how to talk, and gives what the server calls itself. */
  String connect() throws DemoException {
    JsonObject params =
        object(
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                + "\"clientInfo\":{\"name\":\"demo\",\"version\":\"1\"}}");
    JsonObject info = request("initialize", params).getAsJsonObject("serverInfo");
    send(message("notifications/initialized", new JsonObject()));
    return info.get("name").getAsString() + " " + info.get("version").getAsString();
  }

  /** The structured content of a tool's result. */
  JsonObject call(String tool, JsonObject arguments) throws DemoException {
    JsonObject params = new JsonObject();
    params.addProperty("name", tool);
    params.add("arguments", arguments);
    JsonObject result = request("tools/call", params);
    if (result.get("isError").getAsBoolean()) {
      JsonElement block = result.getAsJsonArray("content").get(0);
      throw new DemoException(
          tool + " failed:\n" + block.getAsJsonObject().get("text").getAsString());
    }
    return result.getAsJsonObject("structuredContent");
  }

  private JsonObject request(String method, JsonObject params) throws DemoException {
    JsonObject request = message(method, params);
    request.addProperty("id", ++lastId);
    send(request);
    JsonObject answer = object(line());
    if (!answer.has("result")) {
      throw new DemoException(method + " is answered with " + answer);
    }
    return answer.getAsJsonObject("result");
  }

  private static JsonObject message(String method, JsonObject params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private void send(JsonObject message) throws DemoException {
    try {
      out.write(message.toString());
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw gone();
    }
  }

  private String line() throws DemoException {
    try {
      String line = in.readLine();
      if (line != null) {
        return line;
      }
    } catch (IOException e) {
      // As at the end of its output.
    }
    throw gone();
  }

  private static JsonObject object(String json) throws DemoException {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new DemoException("The server wrote something that is no message: " + json);
    }
  }

  private static DemoException gone() {
    return new DemoException("The server ended; what it said on stderr stands above");
  }

  /** Hangs up, and waits for the server to end. */
  @Override
  public void close() throws DemoException {
    try {
      out.close();
      if (server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.destroyForcibly();
  }
}
