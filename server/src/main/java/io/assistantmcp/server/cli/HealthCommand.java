package io.assistantmcp.server.cli;

import io.assistantmcp.server.client.ConnectionProblem;
import io.assistantmcp.server.client.Probe;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.HttpConfig;
import io.assistantmcp.server.config.ServerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
    name = "health",
    description =
        "Check the server that a container runs; exit code 1 if it does not answer over HTTP or, on"
            + " stdio, is not there.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {

  private static final String SUBJECT = "health";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Option(
      names = "--process",
      paramLabel = "<pid>",
      defaultValue = "1",
      description = "The server's process, if it is not the container's first.")
  private long process;

  @Override
  public Integer call() throws ConfigException {
    Finding finding = finding();
    System.out.println(finding);
    return finding.fine() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Finding finding() throws ConfigException {
    Map<String, String> flags = ServingProcess.flags(process).orElse(null);
    if (flags == null) {
      return Finding.wrong(SUBJECT, "process " + process + " is no server that serves");
    }
    // A container gives its variables to all of its processes.
    ServerConfig config = ConfigReader.ofProcess(flags);
    return config.transport().isHttp()
        ? answers(config.http())
        : Finding.fine(SUBJECT, "process " + process + " serves on stdio");
  }

  private static Finding answers(HttpConfig http) {
    if (http.address().port() == 0) {
      return Finding.wrong(SUBJECT, "PORT is 0, so nobody knows the server's; set it to one");
    }
    String url = http.address().url() + "/healthz";
    try {
      int status = Probe.status(url, PATIENCE);
      return new Finding(status == 200, SUBJECT, url + " answers, with HTTP " + status);
    } catch (IOException e) {
      return Finding.wrong(
          SUBJECT, "no connection to %s: %s".formatted(url, ConnectionProblem.of(e)));
    }
  }
}
