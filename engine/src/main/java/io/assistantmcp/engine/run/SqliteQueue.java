package io.assistantmcp.engine.run;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Takes jobs out of the queue in one statement, which SQLite can do, so that a worker takes only
 * what it can begin at once. What is taken and waits has no heartbeat, and would be taken for dead.
 */
final class SqliteQueue extends SqliteJdbcCustomization {

  @Override
  public boolean supportsSingleStatementLockAndFetch() {
    return true;
  }

  @Override
  public List<Execution> lockAndFetchSingleStatement(
      JdbcTaskRepositoryContext queue, Instant now, int limit, boolean byPriority) {
    String sql =
        ("update %1$s set picked = ?, picked_by = ?, last_heartbeat = ?, version = version + 1"
                + " where rowid in (select rowid from %1$s where picked = ? and execution_time <= ?"
                + " order by execution_time limit ?) returning *")
            .formatted(queue.tableName);
    return queue.jdbcRunner.query(
        sql,
        statement -> {
          statement.setBoolean(1, true);
          statement.setString(2, queue.schedulerName.getName());
          setInstant(statement, 3, now);
          statement.setBoolean(4, false);
          setInstant(statement, 5, now);
          statement.setInt(6, limit);
        },
        queue.resultSetMapper.get());
  }
}
