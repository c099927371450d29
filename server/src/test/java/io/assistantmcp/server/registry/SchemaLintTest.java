package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lint finds what it is there to find. */
class SchemaLintTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#/$defs/a'}",
        "{'type':'string','const':'a'}",
        "{'type':'string','default':'a'}",
        "{'type':'string','format':'uri'}",
        "{'type':'string','nullable':true}",
        "{'type':['string','null']}",
        "{'oneOf':[{'type':'string'},{'type':'array','items':{'type':'string'}}]}",
        "{'allOf':[{'type':'string'}]}",
        "{'not':{'type':'string'}}",
        "{'anyOf':[{'type':'string'},{'type':'string'}]}",
        "{'anyOf':[{'type':'string'}]}",
        "{'anyOf':[{'type':'string'},{'type':'integer'}],'description':'d'}",
        "{'type':'array'}",
        "{'type':'array','items':true}",
        "{'type':'string','items':{'type':'string'}}",
        "{'type':'integer','enum':[1]}",
        "{'type':'string','enum':['a',null]}",
        "{'type':'string','description':''}",
        "{'type':'string','description':'see `x`'}",
        "{'type':'string','description':'see https://x.test'}",
        "{'type':'string','description':'two\\nlines'}",
        "{'type':'string','description':'a\\u200bb'}",
        "{'type':'object','properties':{'a[]':{'type':'string'}}}",
        "{'type':'object','additionalProperties':false}",
        "{}",
      })
  void aSchemaThatSomeClientRefusesIsFound(String schema) {
    String root = "{'type':'object','properties':{'a':" + schema + "},'required':[]}";

    assertThat(SchemaLint.problems(JsonParser.parseString(root).getAsJsonObject())).isNotEmpty();
  }
}
