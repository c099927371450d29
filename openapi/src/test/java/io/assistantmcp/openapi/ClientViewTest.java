package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.openapi.document.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("golden")
class ClientViewTest {

  private static final Path CLIENT = Shop.RESOURCES.resolve("client");

  @TempDir Path folder;

  @Test
  void mapsEveryBodyToOneSchemaAndEveryParameterToAPlainType() throws Exception {
    Path view = folder.resolve("classes/client.yaml");
    ClientView.main(new String[] {CLIENT.resolve("slice.yaml").toString(), view.toString()});
    Path expected = CLIENT.resolve("expected.yaml");
    if (Shop.REGENERATE) {
      Files.copy(view, expected, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(view).hasSameTextualContentAs(expected);
  }

  @Test
  void tellsWhichSliceIsMissing() {
    String[] arguments = {folder.resolve("none.yaml").toString(), "unused"};
    assertThatThrownBy(() -> ClientView.main(arguments))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("none.yaml:1: #: is not there");
  }
}
