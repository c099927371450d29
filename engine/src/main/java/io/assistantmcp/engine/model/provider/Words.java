package io.assistantmcp.engine.model.provider;

import io.assistantmcp.engine.model.InputItem.Part;
import java.util.List;
import java.util.stream.Collectors;

/** A message's parts as one text, for where a model takes nothing else. */
final class Words {

  private Words() {}

  static String of(List<Part> parts) {
    return parts.stream().map(Words::of).collect(Collectors.joining("\n"));
  }

  private static String of(Part part) {
    if (part instanceof Part.Text text) {
      return text.text();
    }
    // An assistant's own images are nowhere taken as images.
    return part instanceof Part.ImageUrl image
        ? "[image: " + image.url() + "]"
        : "[image: " + ((Part.ImageFile) part).fileId() + "]";
  }
}
