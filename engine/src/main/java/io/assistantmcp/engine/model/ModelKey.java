package io.assistantmcp.engine.model;

/** A key that calls are authorised with. It shows itself to nobody by accident. */
public final class ModelKey {

  private final String value;

  private ModelKey(String value) {
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException if no HTTP header can carry the value, which the message does
   *     not repeat
   */
  public static ModelKey of(String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "A key is one or more visible ASCII characters, without spaces or line breaks");
    }
    return new ModelKey(value);
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
