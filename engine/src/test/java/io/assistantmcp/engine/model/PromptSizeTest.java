package io.assistantmcp.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.InputItem.Message;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large prompts are taken to be. */
class PromptSizeTest {

  private final PromptSize size = new PromptSize();

  @Test
  void wordsAreAboutATokenEach() {
    assertThat(size.of(text("The quick brown fox jumps over the lazy dog"))).isBetween(9, 20);
  }

  @Test
  void whatLooksLikeAControlTokenIsText() {
    assertThat(size.of(text("<|endoftext|>"))).isGreaterThan(5);
  }

  @Test
  void imagesCountByTheirDetail() {
    int small = size.of(image("low"));

    assertThat(small).isPositive();
    assertThat(size.of(image("high"))).isGreaterThan(small);
  }

  @Test
  void everythingInARequestCounts() {
    ModelRequest small = request("", text("Hello"));
    ModelRequest large =
        request("Be brief.", text("Hello"), new InputItem.FunctionOutput("call_1", "some output"));

    assertThat(size.of(large)).isGreaterThan(size.of(small) + 5);
  }

  @Test
  void aPromptFitsAsSoonAsItsTokensDo() {
    ModelRequest request = request("", text("word ".repeat(1000)));

    assertThat(size.fits(request, 100_000)).isTrue();
    assertThat(size.fits(request, size.of(request))).isTrue();
    assertThat(size.fits(request, size.of(request) - 1)).isFalse();
  }

  private static ModelRequest request(String instructions, InputItem... input) {
    return new ModelRequest("m", instructions, List.of(input), ToolUse.NONE, Generation.DEFAULT);
  }

  private static InputItem text(String text) {
    return new Message(Role.USER, List.of(new Part.Text(text)));
  }

  private static InputItem image(String detail) {
    return new Message(Role.USER, List.of(new Part.ImageUrl("https://example.com/a.png", detail)));
  }
}
