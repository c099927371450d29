package io.assistantmcp.codegen.spec;

import com.google.gson.JsonObject;
import java.text.Normalizer;

/** What tools call a parameter, whose own name may be one that model APIs refuse. */
final class ArgumentName {

  private ArgumentName() {}

  /** The name that the overlay gives it, or else its own as far as it can be written in ASCII. */
  static String of(JsonObject parameter) {
    if (parameter.has("x-tool-name")) {
      return parameter.get("x-tool-name").getAsString();
    }
    String name = parameter.get("name").getAsString();
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        // "include[]" is how a list is spelt on the wire.
        .replaceAll("\\[]$|]$", "")
        .replaceAll("[^A-Za-z0-9_.-]+", "_")
        .replaceFirst("^_$", "");
  }
}
