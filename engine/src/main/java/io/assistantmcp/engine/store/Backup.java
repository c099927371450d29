package io.assistantmcp.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Copies of a database, each in a file that is complete or not there at all.
 *
 * @param file what is copied
 * @param database the way to read it
 */
record Backup(DatabaseFile file, Jdbi database) {

  void into(Path copy) {
    if (Files.exists(copy)) {
      throw new StoreException(
          "The file %s is already there; name one that is not.".formatted(copy), null);
    }
    try {
      // SQLite would make it for everybody to read.
      DatabaseFile.makeForOwner(copy);
      database.useHandle(handle -> handle.execute("vacuum into ?", copy.toString()));
    } catch (IOException | JdbiException e) {
      discard(copy);
      throw StoreProblem.damage(file.path(), e).orElseGet(() -> cannotBeWritten(copy, e));
    }
  }

  private StoreException cannotBeWritten(Path copy, Exception e) {
    return new StoreException(
        "The database %s cannot be copied to %s; check that its folder is there, writable, and on"
                .formatted(file.path(), copy)
            + " a disk with room.",
        e);
  }

  private static void discard(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      // Then it could not be made either.
    }
  }
}
