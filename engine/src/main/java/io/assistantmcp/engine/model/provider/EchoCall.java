package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.ToolUse;
import io.assistantmcp.engine.model.http.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function that an echo calls: the one that {@code tool_choice} forces, the first if it only
 * requires any, or the one that the message names as in {@code call get_weather {"city":"Oslo"}}.
 * The arguments are the JSON object in the message, or none.
 */
final class EchoCall {

  private static final Pattern ASKED = Pattern.compile("(?i)\\bcall\\s+([A-Za-z0-9_-]+)");
  private static final Pattern ARGUMENTS = Pattern.compile("(?s)\\{.*}");

  private EchoCall() {}

  static Optional<OutputItem> of(ToolUse tools, String message, int seed) {
    List<String> functions =
        tools.definitions().stream()
            .map(tool -> Fields.object(tool, "function"))
            .filter(JsonObject.class::isInstance)
            .map(function -> Fields.text(function, "name"))
            .toList();
    return name(tools.choice() == null ? JsonNull.INSTANCE : tools.choice(), functions, message)
        .map(name -> call(name, message, seed));
  }

  private static Optional<String> name(JsonElement choice, List<String> functions, String message) {
    if (choice instanceof JsonObject forced) {
      JsonObject function = Fields.object(forced, "function");
      return function == null ? Optional.empty() : Optional.of(Fields.text(function, "name"));
    }
    String word = choice instanceof JsonPrimitive ? choice.getAsString() : "auto";
    return switch (word) {
      case "none" -> Optional.empty();
      case "required" -> functions.stream().findFirst();
      default ->
          ASKED
              .matcher(message)
              .results()
              .map(found -> found.group(1))
              .filter(functions::contains)
              .findFirst();
    };
  }

  private static OutputItem call(String name, String message, int seed) {
    String arguments = arguments(message);
    String id = CallIds.made(seed + name + arguments);
    JsonObject raw = RawItems.functionCall(id, name, arguments);
    return new OutputItem.FunctionCall(id, name, arguments, raw);
  }

  private static String arguments(String message) {
    Matcher found = ARGUMENTS.matcher(message);
    JsonObject given = found.find() ? Fields.read(found.group()) : null;
    return given == null ? "{}" : given.toString();
  }
}
