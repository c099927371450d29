package io.assistantmcp.server.limit;

import io.assistantmcp.server.config.ApiKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Allows each key a number of calls per minute: that many at once after a quiet minute, and as many
 * as fit their even distance in the long run.
 *
 * <p>For each key there is the time at which its calls so far would be through if they kept that
 * distance. Keys themselves are not kept, only what they hash to together with a salt.
 */
public final class RateLimiter {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  // Whoever makes up keys displaces those that were idle the longest, which costs them nothing.
  private static final int MOST_KEYS = 10_000;

  private final long distance;
  private final LongSupplier nanoTime;
  private final byte[] salt = new byte[16];
  private final Map<ByteBuffer, Long> through =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * @param callsPerMinute how many calls a key has, at least one
   */
  public RateLimiter(int callsPerMinute) {
    this(callsPerMinute, System::nanoTime);
  }

  RateLimiter(int callsPerMinute, LongSupplier nanoTime) {
    this.distance = MINUTE / callsPerMinute;
    this.nanoTime = nanoTime;
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Takes one of a key's calls, if it has one left.
   *
   * @param key the key, or null for all calls without one together
   * @return zero if the call was taken, or else how long to wait for the next one
   */
  public Duration take(@Nullable ApiKey key) {
    ByteBuffer hash = hash(key == null ? "" : key.value());
    synchronized (through) {
      long now = nanoTime.getAsLong();
      Long before = through.get(hash);
      long after = (before == null || before - now < 0 ? now : before) + distance;
      long early = after - now - MINUTE;
      if (early > 0) {
        return Duration.ofNanos(early);
      }
      through.put(hash, after);
      return Duration.ZERO;
    }
  }

  /** How many keys are remembered. */
  int keys() {
    synchronized (through) {
      return through.size();
    }
  }

  private ByteBuffer hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
