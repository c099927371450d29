package io.assistantmcp.server.stdio;

import java.time.Duration;

/**
 * The limits of the stdio transport.
 *
 * @param maxLineBytes the longest line that is read, without its line break
 * @param drainTime how long calls in flight may go on once the client has hung up
 */
public record StdioSettings(int maxLineBytes, Duration drainTime) {

  private static final int LONGEST_LINE = 16 << 20;

  /** A message takes several times the memory of its line, so a small heap reads less. */
  private static final int HEAP_SHARE = 8;

  /** Lines of 16 MiB, or an eighth of the heap if that is less; ten seconds. */
  public static StdioSettings defaults() {
    long affordable = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    return new StdioSettings((int) Math.min(LONGEST_LINE, affordable), Duration.ofSeconds(10));
  }
}
