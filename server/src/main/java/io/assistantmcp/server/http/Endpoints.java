package io.assistantmcp.server.http;

import io.assistantmcp.server.config.HttpConfig;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.session.Encoder;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The endpoints of a transport, each with a server of the SDK behind it. */
final class Endpoints {

  private static final String MCP = "/mcp";
  private static final int MOST_SESSIONS = 10_000;

  private final McpJsonMapper mapper;
  private final ServerFactory servers;
  private final Inbox inbox;
  private final Admission admission;
  private final Pulse pulse;
  private final Map<String, Endpoint> byPath = new LinkedHashMap<>();
  private final List<McpServerTransportProvider> withSessions = new ArrayList<>();
  private final List<Sessions> sessions = new ArrayList<>();

  Endpoints(
      McpJsonMapper mapper, ServerFactory servers, Inbox inbox, Admission admission, Pulse pulse) {
    this.mapper = mapper;
    this.servers = servers;
    this.inbox = inbox;
    this.admission = admission;
    this.pulse = pulse;
  }

  void add(ServerConfig config) {
    HttpConfig http = config.http();
    if (config.transport().isStreamable() && http.stateful()) {
      addStateful();
    } else if (config.transport().isStreamable()) {
      addStateless();
    }
    if (config.transport().isSse()) {
      addSse(http.limits().streams());
    }
  }

  private void addStateless() {
    StatelessEndpoint endpoint =
        new StatelessEndpoint(inbox, new Encoder(mapper), admission, pulse);
    servers.start(endpoint);
    byPath.put(MCP, endpoint);
  }

  private void addStateful() {
    StatefulEndpoint endpoint =
        new StatefulEndpoint(inbox, sessions(MOST_SESSIONS), admission, pulse);
    start(endpoint);
    byPath.put(MCP, endpoint);
  }

  private void addSse(int streams) {
    SseEndpoint endpoint = new SseEndpoint(inbox, sessions(streams), admission, pulse);
    start(endpoint);
    byPath.put(SseEndpoint.PATH, endpoint);
    byPath.put(SseEndpoint.MESSAGES_PATH, endpoint::post);
  }

  private Sessions sessions(int limit) {
    Sessions added = new Sessions(mapper, limit);
    sessions.add(added);
    return added;
  }

  private void start(McpServerTransportProvider endpoint) {
    servers.start(endpoint);
    withSessions.add(endpoint);
  }

  Map<String, Endpoint> byPath() {
    return byPath;
  }

  /** The paths that a client is told to connect to. */
  List<String> entrances() {
    return byPath.keySet().stream()
        .filter(path -> !path.equals(SseEndpoint.MESSAGES_PATH))
        .toList();
  }

  /** How many sessions there are; on SSE each is a stream. */
  int countSessions() {
    return sessions.stream().mapToInt(Sessions::count).sum();
  }

  /** Ends all sessions and streams. */
  void close() {
    withSessions.forEach(McpServerTransportProvider::close);
  }
}
