package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every row of {@code mutations.yaml} is a change to a document, and what it is classed as. */
class MutationsTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> classesEachMutation() throws Exception {
    Path table = Project.WIDGETS.resolve("mutations.yaml");
    JsonArray mutations = SpecDocument.read(table).tree().getAsJsonArray("mutations");
    Project project = Project.cutWidgets(folder);
    return mutations.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            mutation ->
                DynamicTest.dynamicTest(
                    mutation.get("name").getAsString(), () -> check(project, mutation)));
  }

  private void check(Project project, JsonObject mutation) throws Exception {
    JsonObject document = SpecDocument.read(Project.WIDGETS.resolve("upstream.yaml")).tree();
    mutate(document, mutation);
    Path file = Files.writeString(folder.resolve("mutated.json"), document.toString());
    String before = project.slice() + project.lock();

    Project.Run run = project.run(file.toString(), "--check", "--json");

    List<String> lines = lines(JsonParser.parseString(run.out()).getAsJsonObject());
    List<String> expected =
        mutation.getAsJsonArray("lines").asList().stream().map(JsonElement::getAsString).toList();
    assertThat(lines).isEqualTo(expected);
    boolean breaks = expected.stream().anyMatch(line -> line.startsWith("!"));
    assertThat(run.exit()).isEqualTo(breaks ? 4 : 3);
    assertThat(project.slice() + project.lock()).isEqualTo(before);
  }

  /** The lines of a report, such as "! create_widget: argument `name`: removed". */
  private static List<String> lines(JsonObject report) {
    List<String> lines = new ArrayList<>();
    for (String part : List.of("tools", "operations")) {
      for (JsonElement element : report.getAsJsonArray(part)) {
        JsonObject section = element.getAsJsonObject();
        for (JsonElement each : section.getAsJsonArray("lines")) {
          JsonObject line = each.getAsJsonObject();
          String what = line.get("what").getAsString();
          lines.add(
              (line.get("breaking").getAsBoolean() ? "! " : "")
                  + section.get("name").getAsString()
                  + (what.isEmpty() ? ": " : ": " + what + ": ")
                  + line.get("text").getAsString());
        }
      }
    }
    return lines;
  }

  private static void mutate(JsonObject document, JsonObject mutation) {
    JsonPointer at = JsonPointer.parse(mutation.get("at").getAsString());
    if (mutation.has("rename")) {
      JsonElement value = SpecDocument.at(document, at).orElseThrow();
      put(document, at, null);
      put(document, JsonPointer.parse(mutation.get("rename").getAsString()), value);
    } else {
      put(document, at, mutation.get("to"));
    }
  }

  private static void put(JsonObject document, JsonPointer at, @Nullable JsonElement value) {
    List<String> tokens = at.tokens();
    JsonPointer parent = new JsonPointer(tokens.subList(0, tokens.size() - 1));
    String key = tokens.get(tokens.size() - 1);
    JsonElement owner = SpecDocument.at(document, parent).orElseThrow();
    if (owner instanceof JsonObject object) {
      if (value == null) {
        assertThat(object.remove(key)).as("#%s", at).isNotNull();
      } else {
        object.add(key, value);
      }
    } else if (value == null) {
      owner.getAsJsonArray().remove(Integer.parseInt(key));
    } else if (Integer.parseInt(key) == owner.getAsJsonArray().size()) {
      owner.getAsJsonArray().add(value);
    } else {
      owner.getAsJsonArray().set(Integer.parseInt(key), value);
    }
  }
}
