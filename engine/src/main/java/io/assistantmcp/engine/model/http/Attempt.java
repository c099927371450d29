package io.assistantmcp.engine.model.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending a request once. */
sealed interface Attempt {

  /**
   * An answer, whole.
   *
   * @param location where it sends the caller instead, or null
   * @param retryAfter how long it asks to be left alone, or null
   */
  record Received(int status, String body, @Nullable String location, @Nullable Duration retryAfter)
      implements Attempt {

    boolean succeeded() {
      return status >= 200 && status < 300;
    }
  }

  /** An answer that is larger than any real one. */
  record TooLarge(int status) implements Attempt {}

  /** No answer, or only the beginning of one. */
  record Unanswered(IOException cause, boolean begun) implements Attempt {}
}
