package io.assistantmcp.tool;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one tool call, read in the forms a request needs them in.
 *
 * <p>A getter answers null for an argument that is absent, and for one that is null where the
 * request has no way to say null (path and query). Only the body keeps explicit nulls. Nothing is
 * given a default here.
 */
public final class ToolArguments {

  // The generated client encodes a path value but resolves "." and "..", which would turn
  // delete_message(thread, "..") into the deletion of the thread.
  private static final Pattern PATH_VALUE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final Map<String, @Nullable Object> values;

  /**
   * @param values the arguments as plain JSON values: maps, lists, strings, numbers, booleans, null
   */
  public ToolArguments(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** A path value: required, and only ever letters, digits, {@code _} and {@code -}. */
  public String path(String name) {
    Object given = values.get(name);
    if ((given instanceof String || given instanceof Number)
        && PATH_VALUE.matcher(PlainText.of(given)).matches()) {
      return PlainText.of(given);
    }
    throw new InvalidArgumentException(
        pointer(name), "must be an id of 1 to 128 letters, digits, '_' or '-'");
  }

  /** A string for the query. */
  public @Nullable String string(String name) {
    return scalar(name, String.class, "must be a string");
  }

  /** A boolean for the query. */
  public @Nullable Boolean bool(String name) {
    return scalar(name, Boolean.class, "must be true or false");
  }

  /** A number for the query, with the digits it was given with. */
  public @Nullable BigDecimal number(String name) {
    Number value = scalar(name, Number.class, "must be a number");
    return value == null ? null : new BigDecimal(value.toString());
  }

  /** A whole number for the query. JSON knows no integers, so 20.0 is one. */
  public @Nullable Long integer(String name) {
    BigDecimal value = number(name);
    try {
      return value == null ? null : value.longValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidArgumentException(pointer(name), "must be a whole number");
    }
  }

  /** Strings for a repeated query parameter. */
  public @Nullable List<String> strings(String name) {
    List<?> value = scalar(name, List.class, "must be an array of strings");
    if (value == null) {
      return null;
    }
    if (!value.stream().allMatch(String.class::isInstance)) {
      throw new InvalidArgumentException(pointer(name), "must be an array of strings");
    }
    return value.stream().map(String.class::cast).toList();
  }

  /**
   * The JSON body: every argument but those that travel in the path or the query, in the order
   * given, nulls included. Without any it is the empty object, since an empty body is not JSON.
   *
   * @param elsewhere the names that travel in the path or the query
   */
  public byte[] body(String... elsewhere) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(values);
    body.keySet().removeAll(Set.of(elsewhere));
    return GSON.toJson(body).getBytes(StandardCharsets.UTF_8);
  }

  /** A JSON body that is one argument; null, which is no body, if that is absent. */
  public byte @Nullable [] whole(String name) {
    return values.containsKey(name)
        ? GSON.toJson(values.get(name)).getBytes(StandardCharsets.UTF_8)
        : null;
  }

  /** An argument in whatever form it has. */
  @Nullable Object value(String name) {
    return values.get(name);
  }

  /** All that have a value, but these. */
  Map<String, Object> except(String... elsewhere) {
    Map<String, Object> rest = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null && !List.of(elsewhere).contains(name)) {
            rest.put(name, value);
          }
        });
    return rest;
  }

  private <T> @Nullable T scalar(String name, Class<T> type, String problem) {
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new InvalidArgumentException(pointer(name), problem);
    }
    return type.cast(value);
  }

  static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
