package io.assistantmcp.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets everything that waits write a sign of life now and then: proxies keep the connection open,
 * and a client that has gone is noticed by the write that fails.
 */
final class Pulse {

  /** Two signs are needed to notice, the first of which only makes the other end complain. */
  static final Duration INTERVAL = Duration.ofMillis(200);

  /** Something that wants to be told the time. */
  interface Listener {

    /** Told about every interval; must not wait for anything. */
    void beat();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  void start() {
    Thread thread = new Thread(this::run, "pulse");
    thread.setDaemon(true);
    thread.start();
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  /** One that breaks must not take the time from all others. */
  private void tell(Listener listener) {
    try {
      listener.beat();
    } catch (RuntimeException e) {
      LOG.error("Something that waits is not told any more: {}", e.getClass().getName());
      remove(listener);
    }
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(INTERVAL.toMillis());
        listeners.forEach(this::tell);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
