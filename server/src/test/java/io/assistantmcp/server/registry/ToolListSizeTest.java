package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list is paid for on every request of a model. */
@Tag("slice")
class ToolListSizeTest {

  private static final int LIMIT = 8000;

  @Test
  void theWholeListIsShort() {
    int tokens =
        Encodings.newLazyEncodingRegistry()
            .getEncoding(EncodingType.O200K_BASE)
            .countTokensOrdinary(Listing.json(Listing.usual()));

    System.out.println("tools/list: " + tokens + " tokens (o200k_base), at most " + LIMIT);
    assertThat(tokens).isLessThanOrEqualTo(LIMIT);
  }
}
