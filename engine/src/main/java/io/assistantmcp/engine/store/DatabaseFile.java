package io.assistantmcp.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A SQLite file: made for its owner alone, and opened with the settings that keep it whole. */
record DatabaseFile(Path path) {

  private static final String SCHEME = "jdbc:sqlite:";
  private static final int READERS = 4;

  static DatabaseFile of(String url) {
    String file = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : "";
    if (file.isEmpty() || file.startsWith(":") || file.contains("?")) {
      throw new StoreException(
          "'%s' is no database that can be used; an example is jdbc:sqlite:/data/assistants.db"
              .formatted(url),
          null);
    }
    return new DatabaseFile(Path.of(file).toAbsolutePath());
  }

  /** Makes the file and its folders if they are not there. */
  void make() {
    try {
      Files.createDirectories(path.getParent());
      if (Files.notExists(path)) {
        makeForOwner(path);
      } else if (Files.isReadable(path) && !Files.isWritable(path)) {
        // SQLite would make files beside it that are read-only as well, and stay so.
        throw StoreProblem.readOnly(path);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker.
    } catch (IOException e) {
      throw new StoreException(
          "The database %s cannot be made; check that its folder is there and writable."
              .formatted(path),
          e);
    }
  }

  /** Makes an empty file that only its owner may read. */
  static void makeForOwner(Path path) throws IOException {
    Files.createFile(path);
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** The one connection that writes, since SQLite takes one writer at a time. */
  HikariDataSource writer() {
    HikariConfig config = config("writer", 1);
    // A transaction that began with reading cannot start to write when another process has.
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    return new HikariDataSource(config);
  }

  HikariDataSource readers() {
    return new HikariDataSource(config("readers", READERS));
  }

  private HikariConfig config(String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("assistants-" + name);
    config.setJdbcUrl(SCHEME + path);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("foreign_keys", "true");
    return config;
  }
}
