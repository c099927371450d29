package io.assistantmcp.engine.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in one sentence what a failure of SQLite means for whoever runs it. */
final class StoreProblem {

  private static final int PRIMARY_CODE = 0xff;
  private static final int READ_ONLY = 8;
  private static final int IO_ERROR = 10;
  private static final int FULL = 13;
  private static final Set<Integer> DAMAGE = Set.of(11, 26);

  // Below this SQLite cannot even begin, and says only that reading or writing failed.
  private static final long NO_ROOM_BYTES = 65_536;

  private StoreProblem() {}

  /** The exception to throw instead, if the database is the reason. */
  static Optional<StoreException> in(Path file, Throwable failure) {
    return code(failure)
        .map(code -> code == IO_ERROR && isFull(file) ? FULL : code)
        .flatMap(code -> Optional.ofNullable(sentence(code)))
        .map(sentence -> told(file, sentence, failure));
  }

  /** The same, if what is in the file is the reason. */
  static Optional<StoreException> damage(Path file, Throwable failure) {
    return code(failure).filter(DAMAGE::contains).flatMap(code -> in(file, failure));
  }

  /** The exception for a file that its user may read and not write. */
  static StoreException readOnly(Path file) {
    return told(file, String.valueOf(sentence(READ_ONLY)), null);
  }

  /** What went wrong, without the statement and what was bound to it, which Jdbi adds. */
  static String reason(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable e = failure; e != null; e = e.getCause()) {
      innermost = e;
    }
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
  }

  private static StoreException told(Path file, String sentence, @Nullable Throwable failure) {
    return new StoreException("The database %s %s".formatted(file, sentence), failure);
  }

  private static Optional<Integer> code(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLiteException sqlite) {
        return Optional.of(sqlite.getResultCode().code & PRIMARY_CODE);
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(Path file) {
    return file.toFile().exists() && file.toFile().getUsableSpace() < NO_ROOM_BYTES;
  }

  private static @Nullable String sentence(int code) {
    return switch (code) {
      case 5, 6 -> "is in use by another process that does not let go; end that or try again.";
      case READ_ONLY -> "is read-only; make the file and its folder writable for this user.";
      case IO_ERROR -> "cannot be read or written; check the disk that it is on.";
      case 11, 26 -> "is damaged or no SQLite database; put a backup in its place or move it away.";
      case FULL -> "cannot grow, the disk is full; make room, nothing that was answered is lost.";
      case 14, 3, 23 ->
          "cannot be opened; check that file and folder are there, and readable and writable for"
              + " this user.";
      default -> null;
    };
  }
}
