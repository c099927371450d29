package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.SessionTransport;
import io.assistantmcp.server.session.Sink;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpServerSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions of one endpoint, under ids that cannot be guessed. */
final class Sessions {

  private static final int ID_BYTES = 24;

  private final McpJsonMapper mapper;
  private final Encoder encoder;
  private final int limit;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private volatile McpServerSession.@Nullable Factory factory;

  /**
   * @param limit how many there may be
   */
  Sessions(McpJsonMapper mapper, int limit) {
    this.mapper = mapper;
    this.encoder = new Encoder(mapper);
    this.limit = limit;
  }

  void factory(McpServerSession.Factory given) {
    factory = given;
  }

  /**
   * Opens a session.
   *
   * @param stream takes what the server says without having been asked
   * @throws Refused if there are too many
   */
  Session open(Sink stream) throws Refused {
    if (sessions.size() >= limit) {
      throw Refused.busy("There are too many sessions; try again shortly");
    }
    McpServerSession.Factory server = Objects.requireNonNull(factory, "the server is not built");
    Session session =
        new Session(newId(), server.create(new SessionTransport(stream, mapper)), encoder);
    sessions.put(session.id(), session);
    return session;
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /**
   * The session of an id.
   *
   * @param place where the client should have sent the id
   * @throws Refused if there is none
   */
  Session get(@Nullable String id, String place) throws Refused {
    if (id == null) {
      throw new Refused(HttpStatus.BAD_REQUEST_400, place + " is missing");
    }
    Session session = sessions.get(id);
    if (session == null) {
      throw unknown();
    }
    return session;
  }

  static Refused unknown() {
    return new Refused(
        HttpStatus.NOT_FOUND_404, "There is no such session, or no longer; start a new one");
  }

  void close(Session session) {
    if (sessions.remove(session.id(), session)) {
      session.close();
    }
  }

  /** Closes those that have not been used for some time. */
  void closeIdle(Duration time) {
    sessions.values().stream().filter(session -> session.isIdleFor(time)).forEach(this::close);
  }

  int count() {
    return sessions.size();
  }

  void closeAll() {
    sessions.values().forEach(this::close);
  }

  Mono<Void> notify(String method, @Nullable Object params) {
    return Flux.fromIterable(sessions.values())
        .flatMap(session -> session.session().sendNotification(method, params))
        .then();
  }
}
