package io.assistantmcp.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.SetLevelRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GsonMcpMapperTest {

  private final McpJsonMapper mapper = new GsonMcpMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.10",
        "1.0",
        "12345678901234567890.12345678901234567890",
        "7",
        "-7",
        "2147483648",
        "9223372036854775808",
        "1E+3",
        "-0.5",
        "123456789012345678901234567890"
      })
  void numbersKeepTheirDigits(String digits) throws IOException {
    Object value = mapper.readValue("{\"n\":" + digits + "}", Object.class);

    assertThat(mapper.writeValueAsString(value)).isEqualTo("{\"n\":" + digits + "}");
  }

  @Test
  void integersAreAsSmallAsTheyCanBe() throws IOException {
    List<?> numbers =
        mapper.readValue("[2147483647,2147483648,9223372036854775808,1e3,0.10]", List.class);

    assertThat(numbers)
        .isEqualTo(
            List.of(
                2147483647,
                2147483648L,
                new BigInteger("9223372036854775808"),
                new BigDecimal("1e3"),
                new BigDecimal("0.10")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1}}",
        "{} {}",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "// no\n{}",
        "TRUE",
        "nan",
        "NaN",
        "01",
        "+1",
        ".5",
        "1.",
        "\"\u0001\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "[1;2]",
        "{\"a\"=1}",
        "1e99999999999",
        "1e10000",
        ")]}'\n{}"
      })
  void textThatIsNotStrictJsonIsAnIoException(String text) {
    assertThatThrownBy(() -> mapper.readValue(text, Object.class))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not valid JSON near $");
  }

  @Test
  void bytesThatAreNotUtf8AreAnIoException() {
    assertThatThrownBy(() -> mapper.readValue(new byte[] {'"', (byte) 0xff, '"'}, Object.class))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"255,true", "256,false", "100000,false"})
  void nestingIsLimited(int depth, boolean read) throws IOException {
    String text = "[".repeat(depth) + "]".repeat(depth);

    if (read) {
      assertThat(mapper.writeValueAsString(mapper.readValue(text, Object.class))).isEqualTo(text);
    } else {
      assertThatThrownBy(() -> mapper.readValue(text, Object.class))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedAtOnce() {
    assertThatThrownBy(() -> mapper.readValue("1".repeat(1_000_000), Object.class))
        .isInstanceOf(IOException.class);
  }

  @Test
  void ofEqualKeysTheLastCounts() throws IOException {
    assertThat(mapper.readValue("{\"a\":1,\"b\":2,\"a\":3}", Object.class))
        .isEqualTo(Map.of("a", 3, "b", 2));
  }

  @Test
  void nullsInMapsAreWrittenAndHtmlStaysReadable() throws IOException {
    Map<String, Object> map = new HashMap<>();
    map.put("a", null);

    assertThat(mapper.writeValueAsString(map)).isEqualTo("{\"a\":null}");
    assertThat(mapper.writeValueAsString("<a href='&'>")).isEqualTo("\"<a href='&'>\"");
  }

  @Test
  void aMessageIsOneLine() throws IOException {
    assertThat(mapper.writeValueAsString(Map.of("a", "x\r\n\u2028y")))
        .isEqualTo("{\"a\":\"x\\r\\n\\u2028y\"}");
  }

  @Test
  void objectsAreTheMapsTheSdkAsksFor() throws IOException {
    assertThat(
            mapper.readValue(
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                new TypeRef<HashMap<String, Object>>() {}))
        .containsEntry("a", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
  void whatIsNoObjectIsNoMessage(String text) {
    for (Class<?> type :
        List.of(
            Map.class,
            HashMap.class,
            JSONRPCRequest.class,
            JSONRPCResponse.class,
            CallToolRequest.class,
            InitializeRequest.class)) {
      assertThatIllegalArgumentException()
          .as(type.getSimpleName())
          .isThrownBy(() -> mapper.readValue(text, type))
          .withMessageContaining("must be an object");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tools/call | null                          | /params must be an object",
        "tools/call | []                            | /params must be an object",
        "tools/call | {}                            | /params/name must be a string",
        "tools/call | {\"name\":5}                  | /params/name must be a string",
        "tools/call | {\"name\":\"x\",\"arguments\":[]} | /params/arguments must be an object",
        "tools/call | {\"name\":\"x\",\"_meta\":1}  | /params/_meta must be an object",
        "tools/list | 5                             | /params must be an object",
        "tools/list | {\"cursor\":5}                | /params/cursor must be a string",
        "initialize | {\"protocolVersion\":5}       | /params/protocolVersion must be a string",
        "initialize | {\"capabilities\":[]}         | /params/capabilities must be an object",
        "initialize | {\"capabilities\":{\"roots\":{\"listChanged\":1}}} "
            + "| /params/capabilities/roots/listChanged must be true or false",
        "initialize | {\"clientInfo\":{\"icons\":[7]}} | /params/clientInfo/icons/0 must be an object",
        "logging/setLevel | {\"level\":\"loud\"}    | /params/level must be debug, info"
      })
  void aRequestIsReadWithItsParams(String method, String params, String problem) {
    String text =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapper.readValue(text, JSONRPCRequest.class))
        .withMessageStartingWith(problem);
  }

  @Test
  void absentArgumentsAreFine() throws IOException {
    String text =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x","arguments":null}}""";
    JSONRPCRequest request = mapper.readValue(text, JSONRPCRequest.class);

    assertThat(mapper.convertValue(request.params(), CallToolRequest.class).arguments()).isNull();
  }

  @Test
  void typesThatNoToolsServerKnowsFailLoudly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapper.writeValueAsString(Thread.currentThread()))
        .withMessage("Cannot write Thread as JSON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapper.convertValue(Map.of(), Thread.class))
        .withMessage("Cannot read JSON as Thread");
    assertThatIllegalArgumentException().isThrownBy(() -> mapper.writeValueAsString(Double.NaN));
  }

  @Test
  void anUnknownToolIsCalledByItsName() throws IOException {
    JSONRPCError error =
        new JSONRPCError(-32602, "Unknown tool: invalid_tool_name", "Tool not found: no: such");

    assertThat(mapper.writeValueAsString(error))
        .isEqualTo("{\"code\":-32602,\"message\":\"Unknown tool: no: such\"}");
  }

  @Test
  void anExceptionOfTheSdkIsWrittenAsAJsonRpcError() throws IOException {
    McpError error = McpError.builder(-32600).message("Bad").build();

    assertThat(mapper.writeValueAsString(error))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"Bad\"}}");
  }

  @Test
  void everyLevelIsRead() {
    for (String level :
        List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency")) {
      assertThat(mapper.convertValue(Map.of("level", level), SetLevelRequest.class).level())
          .hasToString(level.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
