package io.assistantmcp.engine.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Annotation;
import io.assistantmcp.engine.model.Annotation.FileCitation;
import io.assistantmcp.engine.model.Annotation.FilePath;
import io.assistantmcp.engine.model.ContentPart;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where annotations point to in a text. */
class CitationsTest {

  @Test
  void aCitationGetsAMarkerWhereItIs() {
    ContentPart.Text text = mark("Water is wet. Fire is hot.", cite("file-1", 13, "a.txt"));

    assertThat(text.value()).isEqualTo("Water is wet.【1:0†a.txt】 Fire is hot.");
    assertThat(text.annotations())
        .containsExactly(new FileCitation("【1:0†a.txt】", "file-1", 13, 24));
  }

  @Test
  void citationsAtOnePlaceStandBesideEachOther() {
    ContentPart.Text text =
        mark("One. Two.", cite("f2", 9, "b"), cite("f1", 4, "a"), cite("f1", 4, "a"));

    assertThat(text.value()).isEqualTo("One.【1:1†a】【1:2†a】 Two.【1:0†b】");
    assertThat(text.annotations())
        .containsExactly(
            new FileCitation("【1:1†a】", "f1", 4, 11),
            new FileCitation("【1:2†a】", "f1", 11, 18),
            new FileCitation("【1:0†b】", "f2", 23, 30));
  }

  @Test
  void replacingEveryAnnotationByItsTextLeavesTheAnswerAsItWas() {
    String answer = "One. 😀 Two. 【1:0†a】 stays. See sandbox:/mnt/data/x.csv";
    ContentPart.Text text =
        mark(answer, cite("f1", 4, "a"), cite("f1", 10, "a"), cite("f1", 10_000, "a"));

    String cleaned = text.value();
    for (Annotation annotation : text.annotations()) {
      cleaned = cleaned.replace(((FileCitation) annotation).text(), "");
    }

    assertThat(text.annotations()).hasSize(3);
    assertThat(cleaned).isEqualTo(answer);
  }

  @Test
  void positionsCountCodePoints() {
    ContentPart.Text text = mark("😀😀 yes", cite("f", 2, "a"));

    assertThat(text.value()).isEqualTo("😀😀【1:0†a】 yes");
    assertThat(text.annotations()).containsExactly(new FileCitation("【1:0†a】", "f", 2, 9));
  }

  @Test
  void aFileThatWasMadeIsThePieceOfTextThatNamesIt() {
    ContentPart.Text text =
        mark(
            "Here. [x.csv](sandbox:/mnt/data/x.csv)",
            file("cfile_1", 14, 37, "x.csv"),
            cite("f", 5, "a"));

    assertThat(text.annotations())
        .containsExactly(
            new FileCitation("【1:0†a】", "f", 5, 12),
            new FilePath("sandbox:/mnt/data/x.csv", "cfile_1", 21, 44));
    assertThat(text.value().substring(21, 44)).isEqualTo("sandbox:/mnt/data/x.csv");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 7})
  void theTextOfAFileIsAlwaysWhatStandsAtItsPosition(int citation) {
    ContentPart.Text text = mark("abcdefghij", file("f", 3, 7, "x"), cite("c", citation, "a"));

    for (Annotation annotation : text.annotations()) {
      if (annotation instanceof FilePath path) {
        assertThat(text.value().substring(path.start(), path.end())).isEqualTo(path.text());
        assertThat(path.text()).startsWith("d").endsWith("g");
      }
    }
  }

  @Test
  void aFileWithoutAPieceOfTextGetsAMarkerSinceTheTextIsNeverEmpty() {
    ContentPart.Text text = mark("Done", file("cfile_1", 0, 0, "x.png"));

    assertThat(text.value()).isEqualTo("【1:0†x.png】Done");
    assertThat(text.annotations()).containsExactly(new FilePath("【1:0†x.png】", "cfile_1", 0, 11));
  }

  @Test
  void aFileWithoutANameIsCalledByItsId() {
    ContentPart.Text text =
        mark("Done", Requests.object("{\"type\":\"file_path\",\"file_id\":\"f-1\",\"index\":4}"));

    assertThat(text.value()).isEqualTo("Done【1:0†f-1】");
  }

  @Test
  void aNameCannotEndItsMarker() {
    assertThat(mark("Done", cite("f", 4, "a】b")).value()).isEqualTo("Done【1:0†ab】");
  }

  @Test
  void linksToPagesHaveNoAnnotationInAnAssistantsMessage() {
    ContentPart.Text text =
        mark(
            "See it",
            Requests.object(
                """
                {"type":"url_citation","url":"https://example.com","title":"t",
                 "start_index":0,"end_index":3}
                """));

    assertThat(text).isEqualTo(new ContentPart.Text("See it", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"file_citation\"}",
        "{\"type\":\"file_citation\",\"index\":-5,\"file_id\":7,\"filename\":null}",
        "{\"type\":\"file_citation\",\"index\":\"x\"}",
        "{\"type\":\"container_file_citation\",\"start_index\":9,\"end_index\":1e99}",
      })
  void oddAnnotationsDoNoHarm(String annotation) {
    ContentPart.Text text = mark("abc", Requests.object(annotation));

    assertThat(text.value()).hasSizeGreaterThan("abc".length());
    assertThat(text.annotations()).hasSize(1);
  }

  private static ContentPart.Text mark(String text, JsonObject... annotations) {
    return new Citations(1).mark(text, Stream.of(annotations).toList());
  }

  private static JsonObject cite(String fileId, int index, String name) {
    return Requests.object(
        """
        {"type":"file_citation","file_id":"%s","index":%d,"filename":"%s"}
        """
            .formatted(fileId, index, name));
  }

  private static JsonObject file(String fileId, int start, int end, String name) {
    return Requests.object(
        """
        {"type":"container_file_citation","container_id":"cntr_1","file_id":"%s",
         "start_index":%d,"end_index":%d,"filename":"%s"}
        """
            .formatted(fileId, start, end, name));
  }
}
