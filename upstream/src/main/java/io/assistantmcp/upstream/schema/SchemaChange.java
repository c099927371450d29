package io.assistantmcp.upstream.schema;

/**
 * One difference between two schemas.
 *
 * @param path the property, such as {@code tools[].function.name}; empty for the schema itself
 * @param kind what has become of it
 * @param detail from what to what, or empty
 */
public record SchemaChange(String path, Kind kind, String detail) {

  /** The difference in words. */
  public String text() {
    return detail.isEmpty() ? kind.words() : kind.words() + ": " + detail;
  }
}
