package io.assistantmcp.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * Commits together what several threads write at the same time, since the disk takes as long for
 * all of it as for one. Whoever comes first begins at once; what comes meanwhile waits, and then
 * one of those who wait does the work of all of them.
 *
 * <p>Each piece of work is done whole or not at all, in the order in which they came, and nobody is
 * told of success before it is on the disk.
 */
final class GroupCommit implements AutoCloseable {

  private final HikariDataSource connections;
  private final Jdbi database;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private List<Work<?>> waiting = new ArrayList<>();
  private boolean led;
  private boolean closed;

  /**
   * @param connections of which a transaction takes the right to write as it begins
   * @param database the same, to be used with SQL
   */
  GroupCommit(HikariDataSource connections, Jdbi database) {
    this.connections = connections;
    this.database = database;
  }

  /**
   * Does a piece of work, with that of others or alone. Interrupts do not end it: others may wait
   * for the same thread, and nobody would know what became of it.
   */
  <T> T write(Function<Session, T> task) {
    Work<T> work = new Work<>(task);
    if (isFirst(work) || work.isToLead()) {
      lead();
    }
    return work.result();
  }

  private boolean isFirst(Work<?> work) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreException("The database is closed.", null);
      }
      waiting.add(work);
      boolean first = !led;
      led = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    List<Work<?>> group = takeWaiting();
    boolean interrupted = Thread.interrupted(); // which is not meant for the others
    try {
      commit(group);
    } catch (SQLException e) {
      group.forEach(work -> work.fail(new TransactionException(e)));
    } catch (RuntimeException | Error e) {
      group.forEach(work -> work.fail(e));
    } finally {
      handOver();
      group.forEach(Work::end);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<Work<?>> takeWaiting() {
    lock.lock();
    try {
      List<Work<?>> group = waiting;
      waiting = new ArrayList<>();
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      led = !waiting.isEmpty();
      if (led) {
        waiting.get(0).letLead();
      } else {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ending a transaction by its mode saves the one that the driver's commit() begins after it. */
  private void commit(List<Work<?>> group) throws SQLException {
    try (Handle handle = database.open()) {
      Connection connection = handle.getConnection();
      try {
        connection.setAutoCommit(false);
        for (Work<?> work : group) {
          attempt(work, handle);
        }
        connection.setAutoCommit(true);
      } catch (SQLException | RuntimeException | Error e) {
        // It is not known how far the transaction got; SQLite undoes it as the connection is
        // closed.
        connections.evictConnection(connection);
        throw e;
      }
    }
  }

  /** Does work that leaves nothing behind if it fails. */
  private static void attempt(Work<?> work, Handle handle) throws SQLException {
    Connection connection = handle.getConnection();
    Savepoint before = connection.setSavepoint();
    try {
      work.attempt(new Session(handle));
    } catch (RuntimeException | Error e) {
      undo(connection, before, e);
      work.fail(e);
    }
    connection.releaseSavepoint(before);
  }

  private static void undo(Connection connection, Savepoint before, Throwable reason) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      // Of some failures, such as a full disk, SQLite undoes all of a transaction by itself.
      TransactionException lost = new TransactionException("The transaction is undone", reason);
      lost.addSuppressed(e);
      throw lost;
    }
  }

  /** Waits for what is being written; nothing is any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      while (led) {
        idle.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
