package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are files: whatever may be shown is, and of the rest what it is. */
class FileAnswerTest {

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void aTextIsTheResult() {
    upstream.answers(200, "# Notes\n\n{not JSON}, Å \uFFFD\n");

    CallToolResult result = call();

    assertThat(result.isError()).isFalse();
    assertThat(Upstream.text(result)).isEqualTo("# Notes\n\n{not JSON}, Å \uFFFD\n");
    assertThat(result.structuredContent()).isNull();
  }

  @Test
  void jsonStaysJson() {
    upstream.answers(200, "{\"n\":1.50}");

    assertThat(Upstream.json(call().structuredContent())).isEqualTo("{\"n\":1.50}");
  }

  @Test
  void ofAnythingElseItIsSaidWhatItIs() {
    Buffer png = new Buffer().writeByte(0x89).writeUtf8("PNG\r\n").writeByte(0).writeByte(0xff);
    upstream.answers(
        new MockResponse.Builder().addHeader("content-type", "image/png; q=1").body(png));
    upstream.answers(new MockResponse.Builder().body(new Buffer().writeByte(0xff)));

    CallToolResult result = call();
    assertThat(result.isError()).isTrue();
    assertThat(Upstream.text(result))
        .startsWith("The answer is no text but 8 bytes of image/png, which a tool cannot show.");
    assertThat(Upstream.text(call())).contains("1 bytes of an unknown type");
  }

  @Test
  void aLongTextIsCutOffBetweenCharactersAndSaysSo() {
    String text = "x".repeat(ToolResults.LONGEST_TEXT - 1) + "\uD83D\uDE00" + "y".repeat(10);
    upstream.answers(200, text);

    assertThat(Upstream.text(call()))
        .hasSizeLessThan(ToolResults.LONGEST_TEXT + 100)
        .startsWith("xxx")
        .endsWith(
            "x\n\n[Cut off here, after 262143 of 262155 characters; the API itself has the rest.]");
  }

  @Test
  void anErrorIsStillOne() {
    upstream.answers(400, "{\"error\":{\"message\":\"Not allowed to download\"}}");

    CallToolResult result = call();
    assertThat(result.isError()).isTrue();
    assertThat(Upstream.text(result)).contains("HTTP 400", "Not allowed to download");
  }

  private CallToolResult call() {
    return upstream.call("get_file_content", "{\"file_id\":\"file-1\"}");
  }
}
