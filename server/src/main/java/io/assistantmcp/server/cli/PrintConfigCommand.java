package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.install.Authentication;
import io.assistantmcp.server.install.Client;
import io.assistantmcp.server.install.Command;
import io.assistantmcp.server.install.Endpoint;
import io.assistantmcp.server.install.Reach;
import io.assistantmcp.server.install.Snippet;
import io.assistantmcp.server.install.Way;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "print-config",
    description = "Print what makes a client use this server; keys are never in it.",
    footer = {
      "",
      "What to paste is on stdout, where it goes on stderr. For instance:",
      "  openai-assistant-mcp print-config cursor > .cursor/mcp.json"
    },
    mixinStandardHelpOptions = true)
final class PrintConfigCommand implements Callable<Integer> {

  /** Told by the launcher. In a container there is none. */
  private static final String LAUNCHER = "assistantmcp.launcher";

  private static final String NO_LAUNCHER =
      "Put the path of your openai-assistant-mcp for the one that is printed.";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "<client>",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Client client;

  @Parameters(
      index = "1",
      paramLabel = "<way>",
      arity = "0..1",
      description =
          "stdio: the client starts the server; docker: it starts a container; http: it connects"
              + " to a server that runs. Default: ${DEFAULT-VALUE}.")
  private Way way = Way.STDIO;

  @Option(
      names = "--image",
      paramLabel = "<image>",
      description = "For docker: the image. Default: that of this release, latest.")
  private @Nullable String image;

  @Option(
      names = "--url",
      paramLabel = "<url>",
      description =
          "For http: where the server is, /sse instead of /mcp for the older transport. Default:"
              + " /mcp on this machine, at PORT.")
  private @Nullable URI url;

  @Option(
      names = "--auth",
      paramLabel = "<what>",
      description =
          "For http: what the client shows, one of ${COMPLETION-CANDIDATES}: its own OpenAI key,"
              + " for a server with MCP_CREDENTIALS_PASSTHROUGH; the server's MCP_AUTH_TOKEN."
              + " Default: ${DEFAULT-VALUE}.")
  private Authentication authentication = Authentication.KEY;

  @Override
  public Integer call() throws ConfigException {
    Reach reach = reach();
    if (!client.canUse(reach)) {
      throw mistake(client.title() + " does not speak SSE; give the URL that ends with /mcp");
    }
    Snippet snippet = client.snippet(reach);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(snippet.text());
    snippet.notes().forEach(System.err::println);
    if (way == Way.STDIO && launcher().isEmpty()) {
      System.err.println(NO_LAUNCHER);
    }
    return ExitCode.OK;
  }

  private Reach reach() throws ConfigException {
    return switch (way) {
      case STDIO -> Command.launcher(launcher().isEmpty() ? Command.SOME_LAUNCHER : launcher());
      case DOCKER -> Command.docker(image == null ? Build.current().image() + ":latest" : image);
      case HTTP -> new Endpoint(url == null ? here() : checked(url), authentication);
    };
  }

  private static String launcher() {
    return System.getProperty(LAUNCHER, "");
  }

  private URI here() throws ConfigException {
    int port = ConfigReader.inProcess(Map.of()).address().port();
    if (port == 0) {
      throw mistake("PORT is 0, which is any port; give --url");
    }
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }

  private URI checked(URI given) {
    boolean usable =
        ("http".equals(given.getScheme()) || "https".equals(given.getScheme()))
            && given.getHost() != null
            && given.getUserInfo() == null;
    if (!usable) {
      throw mistake("the URL has to be http or https, with a host and without a password");
    }
    return given;
  }

  private ParameterException mistake(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
