package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.MessageFields;
import io.assistantmcp.engine.model.Annotation;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.OutputItem.CodeOutput;
import java.util.List;

/** What models put out, in the form in which the API shows it. */
final class Contents {

  private Contents() {}

  static JsonArray of(OutputItem.Message message) {
    JsonArray content = new JsonArray();
    message.parts().forEach(part -> content.add(part(part)));
    return content;
  }

  private static JsonObject part(ContentPart part) {
    if (part instanceof ContentPart.Text text) {
      JsonArray annotations = new JsonArray();
      text.annotations().forEach(annotation -> annotations.add(annotation(annotation)));
      return MessageFields.text(text.value(), annotations);
    }
    JsonObject refusal = typed("refusal");
    refusal.addProperty("refusal", ((ContentPart.Refusal) part).refusal());
    return refusal;
  }

  private static JsonObject annotation(Annotation annotation) {
    if (annotation instanceof Annotation.FileCitation citation) {
      return annotation(
          "file_citation", citation.text(), citation.fileId(), citation.start(), citation.end());
    }
    Annotation.FilePath path = (Annotation.FilePath) annotation;
    return annotation("file_path", path.text(), path.fileId(), path.start(), path.end());
  }

  private static JsonObject annotation(
      String type, String text, String fileId, int start, int end) {
    JsonObject file = new JsonObject();
    file.addProperty("file_id", fileId);
    JsonObject annotation = typed(type);
    annotation.addProperty("text", text);
    annotation.add(type, file);
    annotation.addProperty("start_index", start);
    annotation.addProperty("end_index", end);
    return annotation;
  }

  /** A function call; only steps show what it returned. */
  static JsonObject of(OutputItem.FunctionCall call) {
    JsonObject function = new JsonObject();
    function.addProperty("name", call.name());
    function.addProperty("arguments", call.arguments());
    return called(call.callId(), "function", function);
  }

  static JsonObject of(OutputItem.FileSearch search) {
    JsonArray results = new JsonArray();
    for (OutputItem.FileSearch.Result found : search.results()) {
      JsonObject text = typed("text");
      text.addProperty("text", found.text());
      JsonArray content = new JsonArray();
      content.add(text);
      JsonObject result = new JsonObject();
      result.addProperty("file_id", found.fileId());
      result.addProperty("file_name", found.fileName());
      result.addProperty("score", found.score());
      result.add("content", content);
      results.add(result);
    }
    JsonObject details = new JsonObject();
    details.add("results", results);
    return called(search.id(), "file_search", details);
  }

  static JsonObject of(OutputItem.CodeInterpreter interpreter) {
    JsonObject details = new JsonObject();
    details.addProperty("input", interpreter.code());
    details.add("outputs", outputs(interpreter.outputs()));
    return called(interpreter.id(), "code_interpreter", details);
  }

  private static JsonArray outputs(List<CodeOutput> outputs) {
    JsonArray array = new JsonArray();
    for (CodeOutput output : outputs) {
      if (output instanceof CodeOutput.Logs logs) {
        JsonObject shown = typed("logs");
        shown.addProperty("logs", logs.logs());
        array.add(shown);
      } else if (output instanceof CodeOutput.Image image) {
        JsonObject file = new JsonObject();
        file.addProperty("file_id", image.fileId());
        JsonObject shown = typed("image");
        shown.add("image", file);
        array.add(shown);
      }
    }
    return array;
  }

  private static JsonObject called(String id, String type, JsonObject details) {
    JsonObject call = new JsonObject();
    call.addProperty("id", id);
    call.addProperty("type", type);
    call.add(type, details);
    return call;
  }

  private static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }
}
