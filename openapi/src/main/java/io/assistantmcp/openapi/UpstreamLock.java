package io.assistantmcp.openapi;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.openapi.document.YamlWriter;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Which upstream document the slice was cut from.
 *
 * @param source its URL or file name
 * @param date when the slice was first cut from it
 * @param sha256 of its bytes
 */
record UpstreamLock(String source, String date, String sha256) {

  private static final String COMMENT = "Written by script/update-spec.";

  /** The lock for a document, dated as in the file if that locks the same document already. */
  static UpstreamLock of(String source, String sha256, LocalDate today, Path file) {
    UpstreamLock fresh = new UpstreamLock(source, today.toString(), sha256);
    try {
      JsonObject old = SpecDocument.read(file).tree();
      UpstreamLock dated = new UpstreamLock(source, old.get("date").getAsString(), sha256);
      return dated.tree().equals(old) ? dated : fresh;
    } catch (SpecException | RuntimeException e) {
      return fresh; // There is no lock yet, or none that can be read.
    }
  }

  String text() {
    return YamlWriter.write(COMMENT, tree());
  }

  private JsonObject tree() {
    JsonObject tree = new JsonObject();
    tree.addProperty("source", source);
    tree.addProperty("date", date);
    tree.addProperty("sha256", sha256);
    return tree;
  }
}
