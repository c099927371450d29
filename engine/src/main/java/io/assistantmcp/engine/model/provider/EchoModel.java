package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers by itself, always the same to the same, and says each time that no model is connected. It
 * repeats the last message; asked to (see {@link EchoCall}), it calls a function first.
 */
final class EchoModel implements Model {

  private static final String NOTICE =
      "No model is connected (MODEL_API=echo), so this only repeats what arrived.";

  // About what a token of English text has; the point is that figures are there.
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Capabilities capabilities;

  EchoModel(ModelConfig config) {
    this.capabilities = new Capabilities(Api.ECHO, "echo", false, true, config.unsupported());
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public ModelAnswer call(ModelRequest request, @Nullable ModelKey key, CancelToken token) {
    if (token.isCancelled()) {
      return new ModelAnswer.Failed(ModelAnswer.Kind.CANCELLED, "The call was cancelled.");
    }
    return Objections.to(request, capabilities).orElseGet(() -> answer(request));
  }

  private static ModelAnswer answer(ModelRequest request) {
    String asked = lastMessage(request.input());
    Optional<OutputItem> call =
        outputs(request.input()).isEmpty()
            ? EchoCall.of(request.tools(), asked, request.input().size())
            : Optional.empty();
    OutputItem item = call.orElseGet(() -> message(request, asked));
    Usage usage =
        new Usage(tokens(request.instructions() + request.input()), tokens(item.raw().toString()));
    return new ModelAnswer.Completed(List.of(item), usage);
  }

  private static OutputItem message(ModelRequest request, String asked) {
    String outputs = outputs(request.input());
    String echoed = outputs.isEmpty() ? asked : outputs;
    String text =
        request.generation().responseFormat() instanceof JsonObject format
                && !Offer.is(format, "text")
            ? json(echoed)
            : NOTICE + "\n\n" + echoed;
    return new OutputItem.Message(
        List.of(new ContentPart.Text(text, List.of())),
        RawItems.message("output_text", "text", text));
  }

  private static String json(String echoed) {
    JsonObject json = new JsonObject();
    json.addProperty("notice", NOTICE);
    json.addProperty("echo", echoed);
    return json.toString();
  }

  private static String lastMessage(List<InputItem> input) {
    return input.stream()
        .filter(InputItem.Message.class::isInstance)
        .map(InputItem.Message.class::cast)
        .reduce((first, second) -> second)
        .map(message -> Words.of(message.parts()))
        .orElse("");
  }

  private static String outputs(List<InputItem> input) {
    return input.stream()
        .filter(InputItem.FunctionOutput.class::isInstance)
        .map(item -> ((InputItem.FunctionOutput) item).output())
        .map(output -> "Function output: " + output)
        .collect(Collectors.joining("\n"));
  }

  private static long tokens(String text) {
    return text.length() / CHARACTERS_PER_TOKEN + 1;
  }
}
