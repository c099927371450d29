package io.assistantmcp.engine.api;

import java.security.SecureRandom;

/** The kinds of objects the API knows, and what their ids look like. */
public enum ObjectKind {
  ASSISTANT("assistant", "asst", "assistant", "assistant_id"),
  THREAD("thread", "thread", "thread", "thread_id"),
  MESSAGE("message", "msg", "thread.message", "message_id"),
  RUN("run", "run", "thread.run", "run_id"),
  RUN_STEP("run step", "step", "thread.run.step", "step_id");

  // Clients find ids in error messages by [a-zA-Z0-9]+, so there is nothing else in them.
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String noun;
  private final String prefix;
  private final String object;
  private final String param;

  ObjectKind(String noun, String prefix, String object, String param) {
    this.noun = noun;
    this.prefix = prefix;
    this.object = object;
    this.param = param;
  }

  /** The value of the field {@code object}. */
  public String object() {
    return object;
  }

  /** What an id of it is called in paths and bodies. */
  public String param() {
    return param;
  }

  /** An id that nobody has. */
  public String newId() {
    return newId(prefix);
  }

  /** An id of something that is no object of its own, such as a tool call. */
  public static String newId(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
    return id.toString();
  }

  /**
   * The given id, if it can be one of this kind.
   *
   * @param param where the id was given
   */
  public String checked(String param, String id) {
    if (!id.startsWith(prefix + "_")) {
      throw ApiException.badRequest(
          "Invalid '%s': '%s'. Expected an ID that begins with '%s'.".formatted(param, id, prefix),
          param,
          "invalid_value");
    }
    return id;
  }

  /** The answer for an id that leads nowhere. */
  public ApiException notFound(String id) {
    return ApiException.notFound("No %s found with id '%s'.".formatted(noun, id));
  }
}
