package io.assistantmcp.upstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.assistantmcp.openapi.document.SpecDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolSurfaceTest {

  private static final Path SNAPSHOTS = Path.of("../server/src/test/resources/toolsnaps");

  /** So that the size it tells is that of what the server really lists. */
  @Test
  void listsWhatTheServerLists() throws Exception {
    ToolSurface surface = ToolSurface.of(SpecDocument.read(Path.of("../openapi/assistants.yaml")));
    assertThat(surface.tools()).isNotEmpty();
    for (JsonElement tool : surface.listing().getAsJsonArray("tools")) {
      String name = tool.getAsJsonObject().get("name").getAsString();
      String snapshot = Files.readString(SNAPSHOTS.resolve(name + ".json"));
      assertThat(tool).isEqualTo(JsonParser.parseString(snapshot));
    }
  }
}
