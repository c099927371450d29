package io.assistantmcp.server.config;

/** A key that upstream calls are authorised with. It shows itself to nobody by accident. */
public final class ApiKey {

  private final String value;

  public ApiKey(String value) {
    this.value = value;
  }

  /** The key itself, for the header it belongs in. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
