package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Annotation;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.http.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes annotations point at text, as clients of the Assistants API expect: they replace each
 * annotation's text by something of their own. Providers give a mere position for a citation, so a
 * marker that occurs nowhere else is put there.
 */
final class Citations {

  private final int answer;
  private int count;

  /**
   * @param answer a number for the message among what a model put out, which markers begin with
   */
  Citations(int answer) {
    this.answer = answer;
  }

  /** The text with its markers. Positions count code points. */
  ContentPart.Text mark(String text, List<JsonObject> annotations) {
    int length = text.codePointCount(0, text.length());
    List<Mark> marks = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    for (JsonObject annotation : annotations) {
      String type = Fields.text(annotation, "type");
      int start = position(annotation, "start_index", length);
      int end = position(annotation, "end_index", length);
      if (type.equals("container_file_citation") && start < end) {
        ranges.add(new Range(start, end, Fields.text(annotation, "file_id")));
      } else if (type.endsWith("file_citation") || type.equals("file_path")) {
        String index = type.equals("container_file_citation") ? "end_index" : "index";
        marks.add(mark(text, annotation, position(annotation, index, length)));
      }
    }
    marks.sort(Comparator.comparingInt(Mark::index));
    return write(text, marks, ranges);
  }

  private static ContentPart.Text write(String text, List<Mark> marks, List<Range> ranges) {
    StringBuilder value = new StringBuilder();
    List<Annotation> annotations = new ArrayList<>();
    int done = 0;
    int inserted = 0;
    for (Mark mark : marks) {
      int offset = text.offsetByCodePoints(0, mark.index());
      value.append(text, done, offset).append(mark.marker());
      done = offset;
      annotations.add(mark.annotation(mark.index() + inserted));
      inserted += mark.length();
    }
    value.append(text, done, text.length());
    for (Range range : ranges) {
      annotations.add(range.annotation(value.toString(), marks));
    }
    annotations.sort(Comparator.comparingInt(Citations::start));
    return new ContentPart.Text(value.toString(), annotations);
  }

  private Mark mark(String text, JsonObject annotation, int index) {
    String id = Fields.text(annotation, "file_id");
    String given = Fields.text(annotation, "filename");
    String name = (given.isEmpty() ? id : given).replaceAll("[【】]", "");
    String marker;
    do {
      marker = "【%d:%d†%s】".formatted(answer, count++, name);
    } while (text.contains(marker));
    return new Mark(index, marker, id, Fields.text(annotation, "type").equals("file_citation"));
  }

  private static int position(JsonObject annotation, String field, int length) {
    return (int) Math.min(Fields.count(annotation, field), length);
  }

  private static int start(Annotation annotation) {
    return annotation instanceof Annotation.FileCitation citation
        ? citation.start()
        : ((Annotation.FilePath) annotation).start();
  }

  /** A marker to put at a position. */
  private record Mark(int index, String marker, String fileId, boolean cites) {

    int length() {
      return marker.codePointCount(0, marker.length());
    }

    Annotation annotation(int start) {
      int end = start + length();
      return cites
          ? new Annotation.FileCitation(marker, fileId, start, end)
          : new Annotation.FilePath(marker, fileId, start, end);
    }
  }

  /** A piece of the text as it was before the markers. */
  private record Range(int start, int end, String fileId) {

    Annotation annotation(String value, List<Mark> marks) {
      int from = start + inserted(marks, start + 1);
      int to = end + inserted(marks, end);
      String text =
          value.substring(value.offsetByCodePoints(0, from), value.offsetByCodePoints(0, to));
      return new Annotation.FilePath(text, fileId, from, to);
    }

    private static int inserted(List<Mark> marks, int before) {
      return marks.stream().filter(mark -> mark.index() < before).mapToInt(Mark::length).sum();
    }
  }
}
