package io.assistantmcp.upstream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.Remainder;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.openapi.document.YamlWriter;
import io.assistantmcp.upstream.report.Frozen;
import io.assistantmcp.upstream.report.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file upstream.lock.
 *
 * @param url where newer documents are looked for
 * @param origin the document that the slice is cut from; all blank if there is none yet
 * @param etag what the url's server called the last document that was seen there
 * @param outside what that document has beyond the slice
 * @param frozen why the slice is older than that, if it is
 * @param seen the hash of that document, whether the slice is cut from it or not
 */
record UpstreamLock(
    String url,
    Origin origin,
    Optional<String> etag,
    Optional<Remainder> outside,
    Optional<Frozen> frozen,
    String seen) {

  static final String PUBLISHED =
      "https://raw.githubusercontent.com/openai/openai-openapi/master/openapi.yaml";

  private static final String COMMENT =
      "Written by script/update-spec, which looks for a newer document at the url.";
  private static final String NONE = "none";

  /** Reads the file; where it is missing or cannot be read, nothing is known yet. */
  static UpstreamLock read(Path file) {
    try {
      return of(SpecDocument.read(file).tree());
    } catch (SpecException | RuntimeException e) {
      return new UpstreamLock(
          PUBLISHED,
          new Origin(NONE, NONE, NONE),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NONE);
    }
  }

  private static UpstreamLock of(JsonObject tree) {
    return new UpstreamLock(
        tree.has("url") ? tree.get("url").getAsString() : PUBLISHED,
        origin(tree),
        Optional.ofNullable(tree.get("etag")).map(JsonElement::getAsString),
        Optional.ofNullable(tree.getAsJsonObject("outside"))
            .map(
                outside ->
                    new Remainder(
                        outside.get("operations").getAsInt(),
                        outside.get("schemas").getAsInt(),
                        outside.get("sha256").getAsString())),
        Optional.ofNullable(tree.getAsJsonObject("frozen"))
            .map(frozen -> new Frozen(origin(frozen), texts(frozen.getAsJsonArray("operations")))),
        tree.get(tree.has("seen") ? "seen" : "sha256").getAsString());
  }

  private static Origin origin(JsonObject tree) {
    return new Origin(
        tree.get("source").getAsString(),
        tree.get("date").getAsString(),
        tree.get("sha256").getAsString());
  }

  private static List<String> texts(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  String text() {
    JsonObject tree = new JsonObject();
    tree.addProperty("url", url);
    write(origin, tree);
    if (frozen.isPresent()) {
      tree.addProperty("seen", seen);
    }
    etag.ifPresent(value -> tree.addProperty("etag", value));
    outside.ifPresent(
        value -> {
          JsonObject rest = new JsonObject();
          rest.addProperty("operations", value.operations());
          rest.addProperty("schemas", value.schemas());
          rest.addProperty("sha256", value.sha256());
          tree.add("outside", rest);
        });
    frozen.ifPresent(
        value -> {
          JsonObject since = new JsonObject();
          write(value.since(), since);
          JsonArray gone = new JsonArray();
          value.operations().forEach(gone::add);
          since.add("operations", gone);
          tree.add("frozen", since);
        });
    return YamlWriter.write(COMMENT, tree);
  }

  private static void write(Origin origin, JsonObject tree) {
    tree.addProperty("source", origin.source());
    tree.addProperty("date", origin.date());
    tree.addProperty("sha256", origin.sha256());
  }
}
