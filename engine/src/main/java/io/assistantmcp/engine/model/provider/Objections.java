package io.assistantmcp.engine.model.provider;

import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Why a request is not worth sending. */
final class Objections {

  private Objections() {}

  static Optional<ModelAnswer> to(ModelRequest request, Capabilities capabilities) {
    Supplier<Optional<String>> tools = () -> capabilities.complaint(request.tools().definitions());
    return emptiness(request)
        .or(() -> imageFile(request, capabilities))
        .or(tools)
        .map(why -> new Failed(Kind.INVALID_PROMPT, why));
  }

  private static Optional<String> emptiness(ModelRequest request) {
    return request.input().isEmpty() && request.instructions().isEmpty()
        ? Optional.of(
            "There is nothing to answer: the thread has no messages, the assistant no instructions.")
        : Optional.empty();
  }

  private static Optional<String> imageFile(ModelRequest request, Capabilities capabilities) {
    if (capabilities.imageFiles()) {
      return Optional.empty();
    }
    return request.input().stream()
        .filter(InputItem.Message.class::isInstance)
        .map(InputItem.Message.class::cast)
        .filter(message -> message.role() == InputItem.Role.USER)
        .flatMap(message -> message.parts().stream())
        .filter(InputItem.Part.ImageFile.class::isInstance)
        .map(InputItem.Part.ImageFile.class::cast)
        .findFirst()
        .map(
            image ->
                "The image file %s cannot be sent to %s, which takes images as image_url only."
                    .formatted(image.fileId(), capabilities.provider()));
  }
}
