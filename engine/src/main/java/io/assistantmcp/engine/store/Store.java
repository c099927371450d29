package io.assistantmcp.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

/** The database that all objects are in. Several processes may have the same one open. */
public final class Store implements AutoCloseable {

  private final DatabaseFile file;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final GroupCommit commits;
  private final Jdbi reading;

  private Store(DatabaseFile file, HikariDataSource writer, HikariDataSource readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
    this.commits = new GroupCommit(writer, jdbi(writer));
    this.reading = jdbi(readers);
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return jdbi;
  }

  /**
   * Opens a database, and makes it if it is not there.
   *
   * @param url such as {@code jdbc:sqlite:/data/assistants.db}
   */
  public static Store open(String url) {
    DatabaseFile file = DatabaseFile.of(url);
    file.make();
    NativeLibrary.ofUser().show();
    try {
      HikariDataSource writer = file.writer();
      try {
        new Schema(file, writer).prepare();
        return new Store(file, writer, file.readers());
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      throw told(file, e);
    }
  }

  /** Reads what is committed. */
  public <T> T read(Function<Session, T> work) {
    try {
      return reading.withHandle(handle -> work.apply(new Session(handle)));
    } catch (JdbiException e) {
      throw told(file, e);
    }
  }

  /**
   * Does all of it or nothing, while nobody else writes. What is done when this returns survives a
   * power cut.
   */
  public <T> T write(Function<Session, T> work) {
    try {
      return commits.write(work);
    } catch (JdbiException e) {
      throw told(file, e);
    }
  }

  /** Copies what is committed into a new file, while others go on. */
  public void backup(Path copy) {
    new Backup(file, reading).into(copy);
  }

  /** What is wrong with the file, a line each, or nothing. */
  public List<String> check() {
    return read(
        session -> {
          List<String> lines =
              new ArrayList<>(
                  session
                      .handle()
                      .createQuery("pragma integrity_check")
                      .mapTo(String.class)
                      .list());
          lines.remove("ok");
          lines.addAll(
              session
                  .handle()
                  .createQuery("pragma foreign_key_check")
                  .map(
                      (row, context) ->
                          "a row of %s belongs to nothing".formatted(row.getString(1)))
                  .list());
          return lines;
        });
  }

  /** For what keeps tables of its own in the same file. */
  public DataSource dataSource() {
    return writer;
  }

  @Override
  public void close() {
    commits.close();
    readers.close();
    writer.close();
  }

  private static RuntimeException told(DatabaseFile file, Exception e) {
    if (e instanceof StoreException known) {
      return known;
    }
    return StoreProblem.in(file.path(), e)
        .orElseGet(
            () ->
                new StoreException(
                    "The database %s failed: %s".formatted(file.path(), StoreProblem.reason(e)),
                    e));
  }
}
