package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** A place in a JSON document, as validators tell it. */
record Pointer(List<String> names) {

  static Pointer of(String pointer) {
    return new Pointer(
        pointer.isEmpty()
            ? List.of()
            : Arrays.stream(pointer.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList());
  }

  /** What stands there, or null. */
  JsonElement in(JsonElement root) {
    JsonElement value = root;
    for (String name : names) {
      value = child(value, name);
    }
    return value;
  }

  private static JsonElement child(JsonElement value, String name) {
    if (value instanceof JsonArray array) {
      return array.get(Integer.parseInt(name));
    }
    JsonElement child = value instanceof JsonObject object ? object.get(name) : null;
    return child == null ? JsonNull.INSTANCE : child;
  }

  /** The place as error messages name it: {@code messages[0].content}. */
  String in(JsonElement root, String base) {
    StringBuilder param = new StringBuilder(base);
    JsonElement value = root;
    for (String name : names) {
      if (value instanceof JsonArray) {
        param.append('[').append(name).append(']');
      } else {
        param.append(param.isEmpty() ? "" : ".").append(name);
      }
      value = child(value, name);
    }
    return param.toString();
  }
}
