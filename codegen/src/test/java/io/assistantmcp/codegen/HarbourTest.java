package io.assistantmcp.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.tool.AnswerForm;
import io.assistantmcp.tool.InvalidArgumentException;
import io.assistantmcp.tool.McpTool;
import java.nio.file.Path;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline on an API that is not OpenAI's: what its tools really send. */
final class HarbourTest {

  @TempDir private static Path folder;
  private static Harbour harbour;

  @BeforeAll
  static void build() throws Exception {
    harbour = new Harbour(folder);
  }

  @AfterAll
  static void close() throws Exception {
    harbour.close();
  }

  @Test
  void everyOperationIsATool() {
    assertThat(harbour.tools()).hasSize(200);
    assertThat(harbour.tools())
        .extracting(tool -> tool.definition().name())
        .doesNotHaveDuplicates();
    assertThat(harbour.defaultToolsets()).isEqualTo("ships,papers");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "get_ship # {'ship_number': 7, 'session': 's'} # GET /south/ships/7",
        "delete # {'ship_number': 7} # DELETE /south/ships/7",
        "get_berth_150 # {'day': 'a b'} # GET /south/berths/150?day=a%20b",
        "list_ships # {} # GET /south/ships",
        "list_ships # {'lange': 1.5, 'ship_name': 'Ägir', 'default': true}"
            + " # GET /south/ships?l%C3%A4nge=1.5&%E8%88%B9%E5%90%8D=%C3%84gir&default=true",
        "list_ships # {'filter': {'flag': 'NO&', 'year': 2026, 'ports': ['a', 'b']}}"
            + " # GET /south/ships?filter%5Bflag%5D=NO%26&filter%5Byear%5D=2026"
            + "&filter%5Bports%5D=a&filter%5Bports%5D=b",
        "list_ships # {'ids': [1, 2]} # GET /south/ships?ids=1%7C2",
        "list_ships # {'words': ['a', 'b']} # GET /south/ships?words=a%20b",
        "list_ships # {'cargo': ['oil', 'hay']} # GET /south/ships?cargo=oil%2Chay",
        "list_ships # {'tonnes': [1, 2.5]} # GET /south/ships?tonnes=1&tonnes=2.5",
        "list_ships # {'at': {'lat': 1, 'lon': 2}} # GET /south/ships?lat=1&lon=2",
      })
  void whatTravelsInPathAndQuery(String tool, String arguments, String request) throws Exception {
    RecordedRequest sent = harbour.call(tool, arguments);

    assertThat(sent.getMethod() + " " + sent.getTarget()).isEqualTo(request);
    assertThat(Harbour.body(sent)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "class # {'ship_number': 7, 'kind': 'tug', 'name': 'Ida', 'owner': null}"
            + " # PUT /south/ships/7 # {'kind':'tug','name':'Ida','owner':null}",
        "register_ship # {'kind': 'ferry', 'name': 'Ida', 'seats': 20}"
            + " # POST /south/ships # {'kind':'ferry','name':'Ida','seats':20}",
        "plan_route # {'to': 'A', 'then': {'to': 'B', 'then': {'to': 'C', 'then': {'to': 'D'}}}}"
            + " # POST /south/routes"
            + " # {'to':'A','then':{'to':'B','then':{'to':'C','then':{'to':'D'}}}}",
        "replace_codes # {'body': ['a', 'b']} # PUT /south/codes # ['a','b']",
      })
  void whatTravelsInJson(String tool, String arguments, String request, String body)
      throws Exception {
    RecordedRequest sent = harbour.call(tool, arguments.replace('\'', '"'));

    assertThat(sent.getMethod() + " " + sent.getTarget()).isEqualTo(request);
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(Harbour.body(sent).replace('"', '\'')).isEqualTo(body);
  }

  @Test
  void headersCookiesAndCredentials() throws Exception {
    RecordedRequest sent =
        harbour.call(
            "get_ship",
            "{'ship_number': 7, 'session': 'abc', 'X-Trace-Id': 't-1', 'X-Wanted': ['a', 'b']}");

    assertThat(sent.getHeaders().values("X-Trace-Id")).containsExactly("t-1");
    assertThat(sent.getHeaders().values("X-Wanted")).containsExactly("a,b");
    assertThat(sent.getHeaders().values("Cookie")).containsExactly("session=abc");
    assertThat(sent.getHeaders().values("X-Office-Key")).containsExactly("office-key");
    assertThat(sent.getHeaders().values("Authorization")).containsExactly("Basic Y2xlcms6cGFzcw==");
    assertThat(sent.getHeaders().values("Accept")).containsExactly("application/json");
  }

  @Test
  void aForm() throws Exception {
    RecordedRequest sent =
        harbour.call(
            "apply_for_permit",
            "{'X-Trace-Id': 't-1', 'applicant': 'A & B', 'berths': [1, 2], 'urgent': true,"
                + " 'address': {'street': 'Quay 1'}}");

    assertThat(sent.getHeaders().get("Content-Type"))
        .startsWith("application/x-www-form-urlencoded");
    assertThat(sent.getHeaders().get("X-Trace-Id")).isEqualTo("t-1");
    assertThat(sent.getHeaders().get("Accept")).isEqualTo("text/plain");
    assertThat(Harbour.body(sent))
        .isEqualTo(
            "applicant=A+%26+B&berths=1&berths=2&urgent=true"
                + "&address=%7B%22street%22%3A%22Quay+1%22%7D");
  }

  @Test
  void severalParts() throws Exception {
    RecordedRequest sent =
        harbour.call(
            "send_manifest",
            "{'title': 'Größe', 'pages': 2, 'document': 'hay\\n', 'about': {'ship': 7}}");

    String type = String.valueOf(sent.getHeaders().get("Content-Type"));
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.replaceFirst(".*boundary=", "");
    assertThat(Harbour.body(sent).replace(boundary, "B").replace("\r\n", "\n"))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="title"

            Größe
            --B
            Content-Disposition: form-data; name="pages"

            2
            --B
            Content-Disposition: form-data; name="document"; filename="document"
            Content-Type: application/octet-stream

            hay

            --B
            Content-Disposition: form-data; name="about"
            Content-Type: application/json

            {"ship":7}
            --B--
            """);
  }

  @Test
  void whatNoHeaderCanCarryIsRefused() {
    assertThatThrownBy(
            () -> harbour.call("get_ship", "{'ship_number': 7, 'session': 'a\\nX-Evil: 1'}"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("/session: must be one line of ASCII, as headers are");
    assertThatThrownBy(() -> harbour.call("get_ship", "{'ship_number': 7, 'session': 'a; b=c'}"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("/session: must have no space");
    assertThatThrownBy(() -> harbour.call("get_ship", "{'ship_number': '..', 'session': 's'}"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("/ship_number: must be an id");
  }

  @Test
  void answersAreToldApart() {
    assertThat(harbour.tool("apply_for_permit").definition().operation().answer())
        .isEqualTo(AnswerForm.ANY);
    for (String tool : new String[] {"delete", "get_ship", "send_manifest"}) {
      assertThat(harbour.tool(tool).definition().operation().answer()).isEqualTo(AnswerForm.JSON);
    }
  }

  @Test
  void aBodyOfSeveralFormsIsShownAsOneAndEnforcedAsEach() {
    McpTool tool = harbour.tool("register_ship");
    JsonObject shown = json(tool.definition().schema().shown());
    JsonObject enforced = json(tool.definition().schema().enforced());

    assertThat(shown.getAsJsonObject("properties").keySet())
        .containsExactly("kind", "name", "seats", "tonnes");
    assertThat(shown.get("required")).hasToString("[\"kind\",\"name\"]");
    assertThat(shown.toString()).contains("\"enum\":[\"ferry\",\"tanker\"]");
    assertThat(enforced.get("oneOf").toString()).contains("\"required\":[\"seats\"]");
  }

  @Test
  void aSchemaInItselfIsCutWithANote() {
    String schema = harbour.tool("plan_route").definition().schema().shown();

    assertThat(schema).containsOnlyOnce("Again of the form that it is part of");
    assertThat(schema.split("\"then\"")).hasSize(3);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
