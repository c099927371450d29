package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.OutputItem.CodeOutput;
import io.assistantmcp.engine.model.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an output item of the Responses API. */
final class ResponsesItem {

  private static final Pattern FILE = Pattern.compile("\\bcfile_[A-Za-z0-9]+");

  private ResponsesItem() {}

  /**
   * @param position where the item is among those of the answer
   */
  static OutputItem read(JsonObject raw, int position) {
    return switch (RawItems.type(raw)) {
      case RawItems.MESSAGE -> message(raw, position);
      case RawItems.FUNCTION_CALL -> functionCall(raw);
      case "file_search_call" ->
          new OutputItem.FileSearch(
              Fields.text(raw, "id"),
              Fields.objects(raw, "results").stream().map(ResponsesItem::result).toList(),
              raw);
      case "code_interpreter_call" ->
          new OutputItem.CodeInterpreter(
              Fields.text(raw, "id"),
              Fields.text(raw, "code"),
              Fields.objects(raw, "outputs").stream().map(ResponsesItem::codeOutput).toList(),
              raw);
      default -> new OutputItem.Other(raw);
    };
  }

  private static OutputItem message(JsonObject raw, int position) {
    Citations citations = new Citations(position);
    List<ContentPart> parts = new ArrayList<>();
    for (JsonObject part : Fields.objects(raw, "content")) {
      String text = Fields.text(part, "text");
      if (!text.isEmpty()) {
        parts.add(citations.mark(text, Fields.objects(part, "annotations")));
      }
      String refusal = Fields.text(part, "refusal");
      if (!refusal.isEmpty()) {
        parts.add(new ContentPart.Refusal(refusal));
      }
    }
    // A message that says nothing is none to its reader.
    return parts.isEmpty() ? new OutputItem.Other(raw) : new OutputItem.Message(parts, raw);
  }

  private static OutputItem functionCall(JsonObject raw) {
    return new OutputItem.FunctionCall(
        CallIds.shown(Fields.text(raw, "call_id")),
        Fields.text(raw, "name"),
        Fields.text(raw, "arguments"),
        raw);
  }

  private static OutputItem.FileSearch.Result result(JsonObject result) {
    return new OutputItem.FileSearch.Result(
        Fields.text(result, "file_id"),
        Fields.text(result, "filename"),
        Fields.number(result, "score"),
        Fields.text(result, "text"));
  }

  private static CodeOutput codeOutput(JsonObject output) {
    if (!Fields.text(output, "type").equals("image")) {
      return new CodeOutput.Logs(Fields.text(output, "logs"));
    }
    Matcher file = FILE.matcher(Fields.text(output, "url"));
    return file.find()
        ? new CodeOutput.Image(file.group())
        : new CodeOutput.Logs("[an image that the provider keeps no file of]");
  }
}
