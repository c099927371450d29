package io.assistantmcp.engine.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * What a process is called in the queue, so that others can tell whether it is still there.
 *
 * @param start tells it from a later process with the same number
 */
record ProcessName(String host, long pid, long start) {

  private static final int LONGEST_HOST = 20;

  static ProcessName ofThis() {
    return new ProcessName(
        localHost(), ProcessHandle.current().pid(), start(ProcessHandle.current()));
  }

  /** The process that a name is of, or one that is nowhere. */
  static ProcessName parse(String name) {
    String[] parts = name.split("/");
    return parts.length == 3
        ? new ProcessName(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]))
        : new ProcessName("", 0, 0);
  }

  /** Whether it ran on this machine and does not any more. What ran elsewhere, nobody knows. */
  boolean isKnownToBeGone() {
    return host.equals(localHost())
        && ProcessHandle.of(pid).map(process -> start(process) != start).orElse(true);
  }

  @Override
  public String toString() {
    return host + "/" + pid + "/" + start;
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String localHost() {
    try {
      String host = InetAddress.getLocalHost().getHostName().replace('/', '-');
      return host.substring(0, Math.min(LONGEST_HOST, host.length()));
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
