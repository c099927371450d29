package io.assistantmcp.server.call;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an error of our own arose. What its exceptions say is left out: that may repeat arguments,
 * or a key.
 */
final class Trace {

  private static final int DEEPEST = 8;
  private static final int MOST_FRAMES = 25;

  private Trace() {}

  static String of(Throwable error) {
    return Stream.iterate(error, failure -> failure != null, Throwable::getCause)
        .limit(DEEPEST)
        .map(Trace::frames)
        .collect(Collectors.joining("\ncaused by "));
  }

  private static String frames(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(MOST_FRAMES)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining("", failure.getClass().getName(), ""));
  }
}
