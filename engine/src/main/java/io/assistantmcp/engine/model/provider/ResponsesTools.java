package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.engine.model.ToolUse;
import io.assistantmcp.engine.model.http.Fields;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An assistant's tools as the Responses API has them. */
final class ResponsesTools {

  // The assistants' other ranker has no counterpart; without a name the provider takes its best.
  private static final Set<String> RANKERS = Set.of("auto", "default-2024-11-15");

  private ResponsesTools() {}

  static JsonArray tools(Offer offer, ToolUse use) {
    JsonArray tools = new JsonArray();
    for (JsonObject tool : offer.tools()) {
      tools.add(
          switch (Fields.text(tool, "type")) {
            case "file_search" -> fileSearch(tool, use.vectorStoreIds());
            case "code_interpreter" -> codeInterpreter(use.fileIds());
            default -> function(part(tool, "function"));
          });
    }
    return tools;
  }

  /** A choice of a function names it directly; all others are the same. */
  static JsonElement choice(JsonElement choice) {
    if (!(choice instanceof JsonObject named) || !Offer.is(named, "function")) {
      return choice;
    }
    JsonObject function = typed("function");
    function.addProperty("name", Fields.text(part(named, "function"), "name"));
    return function;
  }

  private static JsonObject function(JsonObject from) {
    JsonObject function = typed("function");
    function.addProperty("name", Fields.text(from, "name"));
    if (from.has("description")) {
      function.add("description", from.get("description"));
    }
    function.add("parameters", parameters(from));
    // Here functions are strict unless somebody says no; an assistant's are strict if it says yes.
    function.addProperty("strict", Fields.text(from, "strict").equals("true"));
    return function;
  }

  /** A function's parameters, which assistants may leave out and providers ask for. */
  static JsonObject parameters(JsonObject function) {
    JsonObject given = Fields.object(function, "parameters");
    if (given != null) {
      return given;
    }
    JsonObject none = typed("object");
    none.add("properties", new JsonObject());
    return none;
  }

  private static JsonObject fileSearch(JsonObject tool, List<String> stores) {
    JsonObject search = typed("file_search");
    search.add("vector_store_ids", strings(stores));
    JsonObject options = part(tool, "file_search");
    if (options.has("max_num_results")) {
      search.add("max_num_results", options.get("max_num_results"));
    }
    if (options.has("ranking_options")) {
      JsonObject ranking = part(options, "ranking_options").deepCopy();
      if (!RANKERS.contains(Fields.text(ranking, "ranker"))) {
        ranking.remove("ranker");
      }
      search.add("ranking_options", ranking);
    }
    return search;
  }

  private static JsonObject codeInterpreter(List<String> files) {
    JsonObject container = typed("auto");
    if (!files.isEmpty()) {
      container.add("file_ids", strings(files));
    }
    JsonObject interpreter = typed("code_interpreter");
    interpreter.add("container", container);
    return interpreter;
  }

  private static JsonObject part(JsonObject object, String name) {
    return Objects.requireNonNullElseGet(Fields.object(object, name), JsonObject::new);
  }

  private static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(new JsonPrimitive(value)));
    return array;
  }
}
