package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaViewTest {

  @TempDir Path folder;

  @Test
  void saysNullableInTheWordsOfJsonSchema() throws Exception {
    Path slice = folder.resolve("slice.yaml");
    Files.writeString(
        slice,
        """
        components:
          schemas:
            Plain: {type: string}
            Size: {type: integer, nullable: true, minimum: 1}
            Shape:
              allOf:
                - {$ref: '#/components/schemas/Plain'}
                - {nullable: true}
            Names: {properties: {nullable: {type: boolean}}}
        """);
    Path view = folder.resolve("classes/view.json");
    SchemaView.main(new String[] {slice.toString(), view.toString()});
    assertThat(JsonParser.parseString(Files.readString(view)))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"components": {"schemas": {
                  "Plain": {"type": "string"},
                  "Size": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]},
                  "Shape": {"anyOf": [
                    {"allOf": [{"$ref": "#/components/schemas/Plain"}]}, {"type": "null"}]},
                  "Names": {"properties": {"nullable": {"type": "boolean"}}}}}}
                """));
  }
}
