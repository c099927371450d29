package io.assistantmcp.server.config;

/** The key that upstream calls are authorised with. It shows itself to nobody by accident. */
public final class ApiKey {

  private final String value;

  private ApiKey(String value) {
    this.value = value;
  }

  static ApiKey parse(String setting, String value) throws ConfigException {
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new ConfigException(
          setting,
          "holds a space, a line break or a character outside ASCII, which no HTTP header can"
              + " carry; set it to the bare key");
    }
    return new ApiKey(value);
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
