package io.assistantmcp.engine.store;

import org.jspecify.annotations.Nullable;

/** The database cannot do its work. The message says what, where, and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
