package io.assistantmcp.engine.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in one sentence what a failure of SQLite means for whoever runs it. */
final class StoreProblem {

  private static final int PRIMARY_CODE = 0xff;

  private StoreProblem() {}

  /** The exception to throw instead, if the database is the reason. */
  static Optional<StoreException> in(String file, Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLiteException sqlite) {
        String sentence = sentence(sqlite.getResultCode().code & PRIMARY_CODE);
        if (sentence != null) {
          return Optional.of(
              new StoreException("The database %s %s".formatted(file, sentence), failure));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable String sentence(int code) {
    return switch (code) {
      case 5, 6 -> "is in use by another process that does not let go; end that or try again.";
      case 8 -> "is read-only; make the file and its folder writable for this user.";
      case 10 -> "cannot be read or written; check the disk that it is on.";
      case 11, 26 -> "is damaged or no SQLite database; put a backup in its place or move it away.";
      case 13 -> "cannot grow, the disk is full; make room, nothing that was answered is lost.";
      case 14, 3, 23 -> "cannot be opened; check that its folder is there and writable.";
      default -> null;
    };
  }
}
