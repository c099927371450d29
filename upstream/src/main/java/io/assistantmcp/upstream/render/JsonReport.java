package io.assistantmcp.upstream.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.upstream.report.Frozen;
import io.assistantmcp.upstream.report.Report;

/** A report in JSON, with the same facts as in Markdown. */
public final class JsonReport {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private JsonReport() {}

  public static String of(Report report) {
    JsonObject json = new JsonObject();
    json.addProperty("breaking", report.breaking());
    json.addProperty("notBreaking", report.harmless());
    json.add("before", GSON.toJsonTree(report.before()));
    json.add("after", GSON.toJsonTree(report.after()));
    report.frozen().ifPresent(frozen -> json.add("frozen", frozen(frozen)));
    json.add("tokens", GSON.toJsonTree(report.tokens()));
    json.add("tools", GSON.toJsonTree(report.tools()));
    json.add("toDo", GSON.toJsonTree(report.toDo()));
    json.add("proposals", GSON.toJsonTree(report.proposals()));
    json.add("operations", GSON.toJsonTree(report.operations()));
    json.addProperty("outside", report.outside());
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject frozen(Frozen frozen) {
    JsonObject json = new JsonObject();
    json.add("since", GSON.toJsonTree(frozen.since()));
    JsonArray gone = new JsonArray();
    frozen.operations().forEach(gone::add);
    json.add("gone", gone);
    return json;
  }
}
