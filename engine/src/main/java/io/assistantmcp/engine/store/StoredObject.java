package io.assistantmcp.engine.store;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An object as it is kept.
 *
 * @param body its fields, as far as they were set
 */
public record StoredObject(String id, long createdAt, JsonObject body) {

  static StoredObject of(ResultSet row) throws SQLException {
    JsonObject body = Json.parse(row.getString("body")).getAsJsonObject();
    return new StoredObject(row.getString("id"), row.getLong("created_at"), body);
  }
}
