package io.assistantmcp.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Origin;
import io.assistantmcp.server.session.Sink;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The transport that streamable HTTP has replaced, for clients that know no other: a stream with
 * all answers, and a second path to post messages to.
 */
final class SseEndpoint implements Endpoint, McpServerTransportProvider {

  static final String PATH = "/sse";
  static final String MESSAGES_PATH = "/message";

  private static final String SESSION = "sessionId";
  private static final Duration QUIET = Duration.ofSeconds(15);

  /** For all streams together to take what is still being written when the server ends. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Inbox inbox;
  private final Sessions sessions;
  private final Admission admission;
  private final Pulse pulse;
  private final Map<Session, Stream> streams = new ConcurrentHashMap<>();

  SseEndpoint(Inbox inbox, Sessions sessions, Admission admission, Pulse pulse) {
    this.inbox = inbox;
    this.sessions = sessions;
    this.admission = admission;
    this.pulse = pulse;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    sessions.factory(factory);
  }

  /** Opens a stream. */
  @Override
  public void serve(Exchange exchange) throws Refused {
    if (!exchange.method().equals("GET")) {
      throw Refused.method("GET");
    }
    admission.gate().check();
    try {
      new Stream(exchange).open();
    } catch (Refused e) {
      // A client that has gone shows when something is written, which may be a while off.
      streams.values().forEach(Stream::probe);
      throw e;
    }
  }

  /** Takes a message for the session of a stream; the answer goes to the stream. */
  void post(Exchange exchange) throws Refused {
    Caller caller = Caller.of(exchange.request());
    String id = Request.extractQueryParameters(exchange.request()).getValue(SESSION);
    inbox.receive(exchange, message -> receive(message, exchange, stream(id), caller));
  }

  private Stream stream(@Nullable String id) throws Refused {
    Session session = sessions.get(id, "The parameter " + SESSION);
    Stream stream = streams.get(session);
    if (stream == null) {
      throw Sessions.unknown();
    }
    return stream;
  }

  private void receive(Incoming message, Exchange exchange, Stream stream, Caller caller)
      throws Refused {
    Sink sink =
        message instanceof Incoming.Request request
            ? new Waiting(stream, admission.enter(request, caller))
            : stream;
    Origin origin = new Origin(sink, caller.orElse(stream.opener).context());
    if (isInitialize(message)) {
      // It takes no time, and what the client posts next must find it done.
      stream.session.dispatch(message, origin);
      exchange.answer(HttpStatus.ACCEPTED_202);
    } else {
      exchange.answer(HttpStatus.ACCEPTED_202);
      stream.session.dispatch(message, origin);
    }
  }

  private static boolean isInitialize(Incoming message) {
    return message instanceof Incoming.Request request
        && request.message().method().equals(McpSchema.METHOD_INITIALIZE);
  }

  @Override
  public Mono<Void> notifyClients(String method, @Nullable Object params) {
    return sessions.notify(method, params);
  }

  @Override
  public void close() {
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    for (Stream stream : streams.values()) {
      stream.hangUp(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }

  /** One that waits for an answer on a stream. */
  private record Waiting(Stream stream, Gate.Place place) implements Sink {

    /** Who has the answer may ask for the next at once, so its place has to be free by then. */
    @Override
    public void write(byte[] json) {
      place.vacate();
      stream.write(json);
    }

    @Override
    public void end() {
      place.leave();
    }
  }

  /** An open stream, which the session lives as long as. */
  private final class Stream implements Sink, Pulse.Listener {

    private final Output output;
    private final Caller opener;
    private final Session session;
    private volatile long lastWrite = System.nanoTime();

    Stream(Exchange exchange) throws Refused {
      this.output = new Output(exchange, this::close);
      this.opener = Caller.of(exchange.request());
      this.session = sessions.open(this);
      EventStream.begin(exchange.response());
    }

    void open() {
      streams.put(session, this);
      pulse.add(this);
      String endpoint = MESSAGES_PATH + "?" + SESSION + "=" + session.id();
      output.write(EventStream.event("endpoint", endpoint.getBytes(US_ASCII)));
    }

    @Override
    public void write(byte[] json) {
      lastWrite = System.nanoTime();
      output.write(EventStream.message(json));
    }

    /** While calls are under way, a client that has gone is to be noticed soon. */
    @Override
    public void beat() {
      if (session.isBusy() || System.nanoTime() - lastWrite > QUIET.toNanos()) {
        probe();
      }
    }

    void probe() {
      lastWrite = System.nanoTime();
      output.offer(EventStream.COMMENT);
    }

    void hangUp(Duration patience) {
      output.end(patience);
      close();
    }

    private void close() {
      pulse.remove(this);
      streams.remove(session);
      sessions.close(session);
    }
  }
}
