package io.assistantmcp.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections on which a request begins and then does not get on: each byte starts Jetty's
 * idle timeout anew, so a drip of them would hold a connection for ever.
 */
final class SlowHeaders extends Handler.Wrapper implements Connection.Listener, Pulse.Listener {

  /**
   * A connection without a request.
   *
   * @param bytes how many it had brought when it became so
   * @param begin when the next request was seen to have begun, or 0
   */
  private record Wait(long bytes, long begin) {}

  private final Map<Connection, Wait> waits = new ConcurrentHashMap<>();
  private final Duration patience;

  SlowHeaders(Handler handler, Duration patience) {
    super(handler);
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    waits.put(connection, new Wait(connection.getBytesIn(), 0));
  }

  @Override
  public void onClosed(Connection connection) {
    waits.remove(connection);
  }

  /** Now the headers are complete. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    waits.remove(connection);
    Request.addCompletionListener(request, failure -> wait(connection));
    return super.handle(request, response, callback);
  }

  private void wait(Connection connection) {
    onOpened(connection);
    if (!connection.getEndPoint().isOpen()) {
      onClosed(connection);
    }
  }

  @Override
  public void beat() {
    waits.forEach(this::check);
  }

  private void check(Connection connection, Wait wait) {
    long now = System.nanoTime();
    if (wait.begin() != 0 && now - wait.begin() > patience.toNanos()) {
      connection.close();
    } else if (wait.begin() == 0 && connection.getBytesIn() > wait.bytes()) {
      waits.replace(connection, wait, new Wait(wait.bytes(), now));
    }
  }
}
