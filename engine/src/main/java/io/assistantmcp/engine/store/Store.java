package io.assistantmcp.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
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
  private final Jdbi writing;
  private final Jdbi reading;

  private Store(DatabaseFile file, HikariDataSource writer, HikariDataSource readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
    this.writing = jdbi(writer);
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

  /** Does all of it or nothing, alone. What is done when this returns survives a power cut. */
  public <T> T write(Function<Session, T> work) {
    try {
      return writing.inTransaction(handle -> work.apply(new Session(handle)));
    } catch (JdbiException e) {
      throw told(file, e);
    }
  }

  /** For what keeps tables of its own in the same file. */
  public DataSource dataSource() {
    return writer;
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  private static RuntimeException told(DatabaseFile file, Exception e) {
    if (e instanceof StoreException known) {
      return known;
    }
    return StoreProblem.in(file.path().toString(), e)
        .orElseGet(
            () -> new StoreException("The database %s failed: %s".formatted(file.path(), e), e));
  }
}
