package io.assistantmcp.engine.model;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import io.assistantmcp.engine.model.InputItem.Part;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a prompt takes, about: models count in ways of their own, and servers do not tell
 * before they are asked. The tables this takes are large, and are loaded when first needed.
 */
public final class PromptSize {

  // What messages, calls and images cost besides their text, as far as it is known.
  private static final int PER_ITEM = 4;
  private static final int IMAGE = 765;
  private static final int SMALL_IMAGE = 85;

  private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();
  private volatile @Nullable Encoding encoding;

  /**
   * Whether a request stays within a number of tokens. No text has more tokens than bytes, which
   * spares most requests the counting.
   */
  public boolean fits(ModelRequest request, int limit) {
    return sum(request, PromptSize::bytes) <= limit || of(request) <= limit;
  }

  /** The estimate for all of a request. */
  public int of(ModelRequest request) {
    return sum(request, this::tokens);
  }

  /** The estimate for one item. */
  public int of(InputItem item) {
    return sum(item, this::tokens);
  }

  private static int sum(ModelRequest request, ToIntFunction<String> measure) {
    int size = measure.applyAsInt(request.instructions());
    for (InputItem item : request.input()) {
      size += sum(item, measure);
    }
    for (var tool : request.tools().definitions()) {
      size += measure.applyAsInt(tool.toString());
    }
    return size;
  }

  private static int sum(InputItem item, ToIntFunction<String> measure) {
    if (item instanceof InputItem.Message message) {
      return PER_ITEM + message.parts().stream().mapToInt(part -> sum(part, measure)).sum();
    }
    return PER_ITEM
        + measure.applyAsInt(
            item instanceof InputItem.FunctionOutput output
                ? output.output()
                : ((InputItem.Replay) item).raw().toString());
  }

  private static int sum(Part part, ToIntFunction<String> measure) {
    if (part instanceof Part.Text text) {
      return measure.applyAsInt(text.text());
    }
    String detail =
        part instanceof Part.ImageUrl image ? image.detail() : ((Part.ImageFile) part).detail();
    return "low".equals(detail) ? SMALL_IMAGE : IMAGE;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private int tokens(String text) {
    Encoding present = encoding;
    if (present == null) {
      present = encodings.getEncoding(EncodingType.O200K_BASE);
      encoding = present;
    }
    return present.countTokensOrdinary(text);
  }
}
