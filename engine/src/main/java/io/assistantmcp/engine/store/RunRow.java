package io.assistantmcp.engine.store;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A run as it is kept.
 *
 * @param epoch counts those who took hold of it; what an earlier one writes does not count
 * @param needsKey whether it can only be executed with the key that it was created with
 * @param body its fields, as far as they were set
 */
public record RunRow(
    String id,
    String tenant,
    String threadId,
    String status,
    long epoch,
    boolean needsKey,
    long expiresAt,
    long createdAt,
    JsonObject body) {

  static RunRow of(ResultSet row) throws SQLException {
    return new RunRow(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("thread_id"),
        row.getString("status"),
        row.getLong("epoch"),
        row.getBoolean("needs_key"),
        row.getLong("expires_at"),
        row.getLong("created_at"),
        Json.parse(row.getString("body")).getAsJsonObject());
  }

  /** The same run with another status and other fields. */
  public RunRow with(String newStatus, JsonObject fields) {
    return new RunRow(
        id, tenant, threadId, newStatus, epoch, needsKey, expiresAt, createdAt, fields);
  }
}
