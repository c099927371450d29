package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.Message;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.ToolUse;
import java.util.List;
import java.util.stream.Stream;

/** Requests to try models with. */
final class Requests {

  static final String WEATHER =
      """
      {"type":"function","function":{"name":"get_weather","description":"The weather",
       "parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}
      """;

  private Requests() {}

  static ModelRequest of(InputItem... input) {
    return new ModelRequest(
        "some-model", "Be brief.", List.of(input), ToolUse.NONE, Generation.DEFAULT);
  }

  static ModelRequest hello() {
    return of(user("Hello"));
  }

  static ModelRequest with(ToolUse tools) {
    return new ModelRequest("some-model", "", List.of(user("Hello")), tools, Generation.DEFAULT);
  }

  static ModelRequest with(Generation generation) {
    return new ModelRequest("some-model", "", List.of(user("Hello")), ToolUse.NONE, generation);
  }

  static ModelRequest format(String json) {
    return with(new Generation(null, null, null, json(json), null));
  }

  static ModelRequest model(String name) {
    return new ModelRequest(name, "", List.of(user("Hello")), ToolUse.NONE, Generation.DEFAULT);
  }

  static ToolUse tools(String... definitions) {
    return new ToolUse(objects(definitions), null, null, List.of("vs_1"), List.of("file-1"));
  }

  static ToolUse choice(String choice, String... definitions) {
    return new ToolUse(objects(definitions), json(choice), null, List.of("vs_1"), List.of());
  }

  static InputItem user(String text) {
    return new Message(Role.USER, List.of(new Part.Text(text)));
  }

  static InputItem assistant(String text) {
    return new Message(Role.ASSISTANT, List.of(new Part.Text(text)));
  }

  static InputItem replay(String raw) {
    return new InputItem.Replay(object(raw));
  }

  static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  static JsonObject object(String text) {
    return json(text).getAsJsonObject();
  }

  private static List<JsonObject> objects(String... texts) {
    return Stream.of(texts).map(Requests::object).toList();
  }
}
