package io.assistantmcp.server.cli;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.registry.ToolSelection;
import io.assistantmcp.server.tools.ToolCatalog;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = "Check settings and surroundings; exit code 1 if something is wrong.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    findings.forEach(out::println);
    return findings.stream().allMatch(Finding::fine) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      ServerConfig config = ConfigReader.ofProcess(SettingFlags.given(spec));
      EmbeddedConfig embedded = config.embedded();
      ToolSelection tools = ToolSelection.of(config.tools(), ToolCatalog.tools(AssistantsApi::new));
      findings.add(Finding.fine("settings", "all can be used"));
      findings.add(Checkup.tools(tools));
      findings.add(Checkup.key(config));
      if (embedded == null) {
        findings.add(Checkup.reachable(config.upstream()));
      } else {
        findings.add(Checkup.database(embedded));
        findings.add(Checkup.model(embedded));
      }
    } catch (ConfigException e) {
      findings.add(Finding.wrong("settings", String.valueOf(e.getMessage())));
    }
    findings.add(Checkup.jvm());
    findings.add(Checkup.archive());
    return findings;
  }
}
