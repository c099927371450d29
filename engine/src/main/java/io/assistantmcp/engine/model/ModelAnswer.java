package io.assistantmcp.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a call. Items are in the order in which the model put them out. */
public sealed interface ModelAnswer {

  /** The model said all it had to say. */
  record Completed(List<OutputItem> items, Usage usage) implements ModelAnswer {
    public Completed {
      items = List.copyOf(items);
    }
  }

  /** The answer was cut short; its last item may be as well. */
  record Incomplete(Reason reason, List<OutputItem> items, Usage usage) implements ModelAnswer {
    public Incomplete {
      items = List.copyOf(items);
    }
  }

  /**
   * There is no answer.
   *
   * @param message what happened and what to do about it; never holds a key
   * @param retryAfter how long the provider asks to be left alone, or null
   */
  record Failed(Kind kind, String message, @Nullable Duration retryAfter) implements ModelAnswer {

    public Failed(Kind kind, String message) {
      this(kind, message, null);
    }
  }

  /** What cut an answer short. */
  enum Reason {
    MAX_OUTPUT_TOKENS,
    CONTENT_FILTER
  }

  /** The kinds of failure that somebody may want to tell apart. */
  enum Kind {
    RATE_LIMIT("rate_limit_exceeded"),
    INVALID_PROMPT("invalid_prompt"),
    /** More was sent than the model can read; less might do. */
    CONTEXT_LENGTH("invalid_prompt"),
    SERVER_ERROR("server_error"),
    /** The token ended the call, or the thread was interrupted. */
    CANCELLED("server_error");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The code of a run's {@code last_error}. */
    public String code() {
      return code;
    }
  }
}
