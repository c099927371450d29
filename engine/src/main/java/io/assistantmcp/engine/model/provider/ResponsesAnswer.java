package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.model.http.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the answer to {@code POST /responses}. */
final class ResponsesAnswer {

  private ResponsesAnswer() {}

  /**
   * @param place the provider, as messages name it
   */
  static ModelAnswer read(JsonObject response, String place) {
    String status = Fields.text(response, "status");
    return switch (status) {
      case "completed", "" ->
          response.get("output") instanceof JsonArray
              ? new ModelAnswer.Completed(items(response), usage(response))
              : odd(place, "no output");
      case "incomplete" ->
          new ModelAnswer.Incomplete(reason(response), items(response), usage(response));
      case "failed", "cancelled", "queued", "in_progress" ->
          odd(place, "the status '" + status + "' and no error");
      default -> odd(place, "an unknown status");
    };
  }

  private static ModelAnswer odd(String place, String what) {
    return new ModelAnswer.Failed(
        ModelAnswer.Kind.SERVER_ERROR, place + " gave an answer with " + what + ".");
  }

  private static Reason reason(JsonObject response) {
    JsonObject details =
        Objects.requireNonNullElseGet(
            Fields.object(response, "incomplete_details"), JsonObject::new);
    return Fields.text(details, "reason").equals("content_filter")
        ? Reason.CONTENT_FILTER
        : Reason.MAX_OUTPUT_TOKENS;
  }

  private static Usage usage(JsonObject response) {
    JsonObject usage = Fields.object(response, "usage");
    return usage == null
        ? Usage.NONE
        : new Usage(Fields.count(usage, "input_tokens"), Fields.count(usage, "output_tokens"));
  }

  private static List<OutputItem> items(JsonObject response) {
    List<OutputItem> items = new ArrayList<>();
    Set<String> callIds = new HashSet<>();
    for (JsonObject raw : Fields.objects(response, "output")) {
      if (RawItems.type(raw).equals(RawItems.FUNCTION_CALL)
          && !callIds.add(Fields.text(raw, "call_id"))) {
        // No two calls of an answer may share an id.
        String seed = Fields.text(response, "id") + items.size() + raw;
        raw.addProperty("call_id", CallIds.made(seed));
      }
      items.add(ResponsesItem.read(raw, items.size()));
    }
    return items;
  }
}
