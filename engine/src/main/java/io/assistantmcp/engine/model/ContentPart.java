package io.assistantmcp.engine.model;

import java.util.List;

/** A part of a message that a model wrote. */
public sealed interface ContentPart {

  /** Text, in which every annotation's text occurs. */
  record Text(String value, List<Annotation> annotations) implements ContentPart {
    public Text {
      annotations = List.copyOf(annotations);
    }
  }

  record Refusal(String refusal) implements ContentPart {}
}
