package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The diff of {@code toolsnaps/} is the review of a change to the tools. */
@Tag("golden")
class ToolSnapshotTest {

  private static final Path FOLDER = Path.of("src/test/resources/toolsnaps");
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  @Test
  void whatIsListedIsWhatWasReviewed() throws IOException {
    Map<String, String> listed =
        Listing.tools()
            .collect(
                Collectors.toMap(
                    tool -> tool.get("name").getAsString() + ".json",
                    tool -> GSON.toJson(sorted(tool)) + "\n",
                    (one, other) -> one,
                    TreeMap::new));
    if (Boolean.getBoolean("regenerate")) {
      write(listed);
    }
    Map<String, String> reviewed = read();
    assertThat(reviewed.keySet())
        .as("files in " + FOLDER + "; run script/regenerate and review the difference")
        .isEqualTo(listed.keySet());
    assertSoftly(
        snapshots ->
            listed.forEach(
                (file, text) ->
                    snapshots
                        .assertThat(reviewed.get(file))
                        .as("%s/%s is stale; run script/regenerate and review it", FOLDER, file)
                        .isEqualTo(text)));
  }

  private static void write(Map<String, String> snapshots) throws IOException {
    Files.createDirectories(FOLDER);
    for (String stale : read().keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    for (Map.Entry<String, String> snapshot : snapshots.entrySet()) {
      Files.writeString(FOLDER.resolve(snapshot.getKey()), snapshot.getValue());
    }
  }

  private static Map<String, String> read() throws IOException {
    Map<String, String> snapshots = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          snapshots.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return snapshots;
  }

  private static JsonElement sorted(JsonElement element) {
    if (element instanceof JsonObject object) {
      JsonObject sorted = new JsonObject();
      new TreeMap<>(object.asMap()).forEach((name, value) -> sorted.add(name, sorted(value)));
      return sorted;
    }
    if (element instanceof JsonArray array) {
      JsonArray sorted = new JsonArray();
      array.forEach(value -> sorted.add(sorted(value)));
      return sorted;
    }
    return element;
  }
}
