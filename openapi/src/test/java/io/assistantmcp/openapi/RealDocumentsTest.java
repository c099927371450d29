package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs on documents as OpenAI published them, where they are at hand; they are not ours to ship.
 * OPENAPI_UPSTREAM_DIR says where, and then nothing is skipped.
 */
class RealDocumentsTest {

  private static final Optional<String> FOLDER =
      Optional.ofNullable(System.getProperty("OPENAPI_UPSTREAM_DIR"))
          .or(() -> Optional.ofNullable(System.getenv("OPENAPI_UPSTREAM_DIR")));
  private static final Path DOCUMENTS = Path.of(FOLDER.orElse("../../shared/openapi"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2023-11-06, 28", "2024-05-08, 23", "2025-03-22, 23", "2026-08-21, 23"})
  void cutsEveryAssistantsOperation(String date, int count) throws Exception {
    Path upstream = DOCUMENTS.resolve("openai-" + date + ".yaml.gz");
    // Where somebody has said that they are there, they have to be.
    assumeTrue(
        FOLDER.isPresent() || Files.exists(upstream), () -> "skipped, as there is no " + upstream);
    List<PathOperation> operations =
        PathOperation.in(UpstreamSpec.read(upstream.toString()).document().tree()).stream()
            .filter(operation -> operation.path().matches("/(assistants|threads)(/.*)?"))
            .toList();
    assertThat(operations).hasSize(count);
    Shop shop = select(operations);

    assertThat(shop.run(upstream.toString())).isEqualTo(written());
    assertThat(shop.run("--check").exit()).isZero();
    JsonObject slice = SpecDocument.read(shop.slice()).tree();
    assertThat(PathOperation.in(slice)).hasSize(count);
    assertNoProse(slice);
    assertThat(PathOperation.in(ClientView.of(slice))).hasSize(count);
  }

  private static Shop.Run written() {
    return new Shop.Run(0, "assistants.yaml written\n", "");
  }

  private Shop select(List<PathOperation> selected) throws Exception {
    StringBuilder operations = new StringBuilder("api: Assistants\noperations:\n");
    StringBuilder overlay =
        new StringBuilder("overlay: 1.0.0\ninfo: {title: Words, version: '1'}\nactions:\n");
    for (PathOperation it : selected) {
      String tool = it.id().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      operations.append("  ").append(it.id()).append(":\n    tool: ").append(tool);
      operations.append("\n    title: A tool\n    toolset: all\n");
      operations.append("    readOnly: false\n    destructive: false\n    idempotent: false\n");
      overlay.append("  - target: $.paths['" + it.path() + "']." + it.method() + "\n");
      overlay.append("    description: A test.\n    update: {description: Ours.}\n");
    }
    Files.writeString(folder.resolve("operations.yaml"), operations);
    Files.writeString(folder.resolve("overlay.yaml"), overlay);
    return new Shop(folder);
  }

  private static void assertNoProse(JsonObject slice) {
    SpecObject.DOCUMENT.walk(
        JsonPointer.ROOT,
        slice,
        (kind, pointer, object) -> {
          Map<SpecObject, List<String>> ours =
              Map.of(
                  SpecObject.INFO, List.of("title"),
                  SpecObject.OPERATION, List.of("description", "x-tool"),
                  SpecObject.RESPONSE, List.of("description"));
          assertThat(object.keySet())
              .as("#%s", pointer)
              .filteredOn(key -> !ours.getOrDefault(kind, List.of()).contains(key))
              .doesNotContain("description", "summary", "title", "example", "examples")
              .noneMatch(key -> key.startsWith("x-"));
        });
  }
}
