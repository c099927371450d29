package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.SpecDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that is not OpenAI's, which codegen's tests go on to make tools of and to call. */
class HarbourTest {

  private static final Path INPUTS = Path.of("../codegen/src/test/resources/harbour");

  @TempDir Path folder;
  private JsonObject slice;

  @BeforeEach
  void cut() throws Exception {
    Shop shop = Shop.of(INPUTS, folder);
    assertThat(shop.update()).isEqualTo(new Shop.Run(0, "assistants.yaml written\n", ""));
    assertThat(shop.run("--check").exit()).isZero();
    slice = SpecDocument.read(shop.slice()).tree();
  }

  @Test
  void allOfItIsInTheSlice() {
    assertThat(PathOperation.in(slice)).hasSize(200);
    assertThat(slice.getAsJsonObject("x-toolsets"))
        .hasToString("{\"ships\":\"default\",\"papers\":\"default\",\"berths\":\"optional\"}");
    assertThat(slice.getAsJsonObject("components").getAsJsonObject("schemas").keySet())
        .containsExactlyInAnyOrder("Vessel", "Ferry", "Tanker", "Ship", "Leg");
    assertThat(slice.getAsJsonObject("components").getAsJsonObject("securitySchemes").keySet())
        .containsExactly("OfficeKey", "Clerk");
  }

  @Test
  void theClientIsLeftWhatItCanSend() {
    JsonObject view = ClientView.of(slice);
    JsonObject paths = view.getAsJsonObject("paths");

    assertThat(names(operation(paths, "/ships", "get"))).containsExactly("länge", "船名", "default");
    assertThat(names(operation(paths, "/ships/{ship_number}", "get")))
        .containsExactly("ship_number");
    assertThat(operation(paths, "/ships", "get").get("operationId").getAsString())
        .isEqualTo("listShipsOperation");
    assertThat(operation(paths, "/ships/{ship_number}", "put").get("operationId").getAsString())
        .isEqualTo("classOperation");
    assertThat(operation(paths, "/permits", "post").has("requestBody")).isFalse();
    assertThat(operation(paths, "/permits", "post").toString()).contains("\"text/plain\"");
    assertThat(operation(paths, "/codes", "put").has("requestBody")).isTrue();
    assertThat(view.get("servers")).isEqualTo(slice.get("servers"));
  }

  private static JsonObject operation(JsonObject paths, String path, String method) {
    return paths.getAsJsonObject(path).getAsJsonObject(method);
  }

  private static List<String> names(JsonObject operation) {
    JsonArray parameters = operation.getAsJsonArray("parameters");
    return StreamSupport.stream(parameters.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(parameter -> parameter.get("name").getAsString())
        .toList();
  }
}
