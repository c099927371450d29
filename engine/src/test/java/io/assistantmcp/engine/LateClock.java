package io.assistantmcp.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The real time and some seconds more, as many as a test says. */
final class LateClock extends Clock {

  private final AtomicLong more;

  LateClock(AtomicLong more) {
    this.more = more;
  }

  @Override
  public Instant instant() {
    return Instant.now().plusSeconds(more.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
