package io.assistantmcp.server.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each read as the type it must have. A field that is null counts as
 * absent.
 */
final class Fields {

  private final String pointer;
  private final Map<String, @Nullable Object> values;

  private Fields(String pointer, Map<String, @Nullable Object> values) {
    this.pointer = pointer;
    this.values = values;
  }

  /**
   * The fields of a value.
   *
   * @param pointer where in the message the value stands
   * @throws IllegalArgumentException if it is no object
   */
  static Fields of(String pointer, @Nullable Object value) {
    return new Fields(pointer, asObject(pointer, value));
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  static Map<String, @Nullable Object> asObject(String pointer, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, @Nullable Object>) object;
    }
    throw wrong(pointer, "must be an object");
  }

  static IllegalArgumentException wrong(String pointer, String problem) {
    return new IllegalArgumentException(
        (pointer.isEmpty() ? "the message" : pointer) + " " + problem);
  }

  IllegalArgumentException wrongField(String name, String problem) {
    return wrong(pointer + "/" + name, problem);
  }

  Set<String> names() {
    return values.keySet();
  }

  @Nullable Object any(String name) {
    return values.get(name);
  }

  @Nullable String string(String name) {
    return typed(name, String.class, "must be a string");
  }

  String string(String name, String otherwise) {
    String value = string(name);
    return value == null ? otherwise : value;
  }

  String requiredString(String name) {
    String value = string(name);
    if (value == null) {
      throw wrongField(name, "must be a string");
    }
    return value;
  }

  @Nullable Boolean bool(String name) {
    return typed(name, Boolean.class, "must be true or false");
  }

  @Nullable Integer integer(String name) {
    return typed(name, Integer.class, "must be an integer");
  }

  /** An object as it is, its nulls included. */
  @Nullable Map<String, @Nullable Object> object(String name) {
    Object value = values.get(name);
    return value == null ? null : asObject(pointer + "/" + name, value);
  }

  /** An object turned into a record. */
  <T> @Nullable T object(String name, Function<Fields, T> read) {
    Object value = values.get(name);
    return value == null ? null : read.apply(of(pointer + "/" + name, value));
  }

  @Nullable List<String> strings(String name) {
    List<?> list = typed(name, List.class, "must be an array");
    if (list == null) {
      return null;
    }
    if (!list.stream().allMatch(String.class::isInstance)) {
      throw wrongField(name, "must be an array of strings");
    }
    return list.stream().map(String.class::cast).toList();
  }

  /** An array of objects, each turned into a record. */
  <T> @Nullable List<T> objects(String name, Function<Fields, T> read) {
    List<?> list = typed(name, List.class, "must be an array");
    if (list == null) {
      return null;
    }
    List<T> records = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      records.add(read.apply(of(pointer + "/" + name + "/" + i, list.get(i))));
    }
    return records;
  }

  private <T> @Nullable T typed(String name, Class<T> type, String problem) {
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrongField(name, problem);
    }
    return type.cast(value);
  }
}
