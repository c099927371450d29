package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.Pipeline;
import io.assistantmcp.openapi.Remainder;
import io.assistantmcp.openapi.UpstreamSpec;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.upstream.report.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of each step between four documents that OpenAI published, forward and back. They are
 * not ours to ship: OPENAPI_UPSTREAM_DIR says where they are, and then nothing is skipped.
 */
@Tag("golden")
class StepsTest {

  private static final Optional<String> FOLDER =
      Optional.ofNullable(System.getProperty("OPENAPI_UPSTREAM_DIR"))
          .or(() -> Optional.ofNullable(System.getenv("OPENAPI_UPSTREAM_DIR")));
  private static final Path DOCUMENTS = Path.of(FOLDER.orElse("../../shared/openapi"));
  private static final Path FILES = Path.of("../openapi");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2023-11-06, 2024-05-08",
    "2024-05-08, 2025-03-22",
    "2025-03-22, 2026-08-21",
    "2026-08-21, 2025-03-22",
    "2025-03-22, 2024-05-08",
    "2024-05-08, 2023-11-06"
  })
  void reportsTheStep(String from, String to) throws Exception {
    Project project = cutFrom(document(from), document(to), from);
    Project.Run run = project.run(document(to).toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Path expected = Path.of("src/test/resources/steps", from + "-to-" + to + ".md");
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(expected));
    assertThat(run.out()).hasSizeLessThan(65_536); // What a pull request's text may have.
  }

  private static Path document(String date) {
    Path file = DOCUMENTS.resolve("openai-" + date + ".yaml.gz");
    assumeTrue(FOLDER.isPresent() || Files.exists(file), () -> "skipped, as there is no " + file);
    return file;
  }

  /** This project as it would be if its slice had followed that document. */
  private Project cutFrom(Path document, Path next, String date) throws Exception {
    Project project =
        Project.of(folder, FILES.resolve("operations.yaml"), FILES.resolve("overlay.yaml"));
    UpstreamSpec upstream = UpstreamSpec.read(document.toString());
    // What came later nobody had listed by then.
    JsonObject listed = SpecDocument.read(project.file("operations.yaml")).tree();
    Set<String> known = operations(upstream);
    known.addAll(operations(UpstreamSpec.read(next.toString())));
    listed.getAsJsonObject("operations").keySet().retainAll(known);
    Files.writeString(project.file("operations.yaml"), listed.toString());
    Pipeline pipeline =
        new Pipeline(
            SpecDocument.read(project.file("operations.yaml")),
            SpecDocument.read(project.file("overlay.yaml")));
    SpecDocument ours = SpecDocument.read(FILES.resolve("assistants.yaml"));
    SpecDocument whole = upstream.document();
    String slice = pipeline.follow(whole, ours, pipeline.gone(whole, ours)).slice();
    Files.writeString(project.file("assistants.yaml"), slice);
    UpstreamLock lock =
        new UpstreamLock(
            UpstreamLock.PUBLISHED,
            new Origin(upstream.source(), date, upstream.sha256()),
            Optional.empty(),
            Optional.of(Remainder.of(whole, SpecDocument.parse("slice", slice).tree())),
            Optional.empty(),
            upstream.sha256());
    Files.writeString(project.file("upstream.lock"), lock.text());
    return project;
  }

  private static Set<String> operations(UpstreamSpec upstream) {
    return upstream.document().tree().getAsJsonObject("paths").asMap().values().stream()
        .flatMap(path -> path.getAsJsonObject().asMap().values().stream())
        .filter(JsonElement::isJsonObject)
        .map(operation -> operation.getAsJsonObject().get("operationId"))
        .filter(Objects::nonNull)
        .map(JsonElement::getAsString)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
