package io.assistantmcp.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the version of the schema that this code speaks. */
final class Schema {

  /** The version that the newest script leaves in {@code user_version}. */
  static final int VERSION = 1;

  private static final String SCRIPTS = "classpath:io/assistantmcp/engine/store/sqlite";

  private final DatabaseFile file;
  private final DataSource database;

  Schema(DatabaseFile file, DataSource database) {
    this.file = file;
    this.database = database;
  }

  void prepare() throws SQLException {
    // Asked first, since loading what migrates takes longer than all the rest of a start.
    if (version() < VERSION) {
      synchronized (Schema.class) {
        migrateAlone();
      }
    }
    if (version() > VERSION) {
      throw new StoreException(
          "The database %s was written by a newer release; use that release, or another file."
              .formatted(file.path()),
          null);
    }
  }

  /** Several processes may start on a new file at once. */
  private void migrateAlone() throws SQLException {
    Path lock = file.path().resolveSibling(file.path().getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      if (version() < VERSION) {
        Flyway.configure().dataSource(database).locations(SCRIPTS).load().migrate();
      }
    } catch (IOException e) {
      throw new StoreException(
          "The database %s cannot be prepared; check that its folder is writable."
              .formatted(file.path()),
          e);
    }
  }

  private int version() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma user_version")) {
      return result.getInt(1);
    }
  }
}
