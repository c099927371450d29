package io.assistantmcp.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.install.Client;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents for people, of which parts are generated. */
@Tag("golden")
class DocumentsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theReadmeIsUpToDate() throws IOException {
    isUpToDate(
        "README.md",
        text -> InstallGuideWriter.fillReadme(ToolTableWriter.fill(text, tools(true))));
  }

  @Test
  void soIsWhatIsSaidOfOptionalTools() throws IOException {
    isUpToDate("docs/optional-tools.md", text -> ToolTableWriter.fill(text, tools(false)));
  }

  @Test
  void allSettingsAreExplained() throws IOException {
    isUpToDate("docs/settings.md", text -> SettingTableWriter.fill(text, Settings.GROUPS));
  }

  @ParameterizedTest
  @EnumSource
  void everyClientHasAGuide(Client client) throws IOException {
    isUpToDate(
        "docs/install/" + client + ".md", text -> InstallGuideWriter.fillGuide(text, client));
  }

  @ParameterizedTest
  @EnumSource(names = {"CURSOR", "VSCODE"})
  void guidesHaveTheLinksThatReadmesDrop(Client client) throws IOException {
    isUpToDate(
        "docs/install/" + client + ".md", text -> InstallGuideWriter.fillLinks(text, client));
  }

  private static List<McpTool> tools(boolean usual) {
    List<String> toolsets = List.of(ToolCatalog.DEFAULT_TOOLSETS.split(","));
    return ToolCatalog.tools(AssistantsApi::new).stream()
        .filter(tool -> toolsets.contains(tool.definition().toolset()) == usual)
        .toList();
  }

  private static void isUpToDate(String name, UnaryOperator<String> fill) throws IOException {
    Path file = ROOT.resolve(name);
    String present = Files.readString(file);
    String wanted = fill.apply(present);
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(file, wanted);
      return;
    }
    assertThat(present)
        .as(
            name
                + " and what is generated in it; after a change that is meant, run"
                + " script/regenerate")
        .isEqualTo(wanted);
  }
}
