package io.assistantmcp.server.install;

import com.google.gson.JsonParser;
import java.util.List;

/**
 * What is pasted.
 *
 * @param language what it is written in
 * @param text all of it, without a line end
 * @param notes sentences about where it goes and what else it takes
 */
public record Snippet(Language language, String text, List<String> notes) {

  /** The same in as few lines as there can be. */
  public Snippet compact() {
    return language == Language.json
        ? new Snippet(language, Json.compact(JsonParser.parseString(text)), notes)
        : this;
  }
}
