package io.assistantmcp.server.docs;

import io.assistantmcp.server.install.Authentication;
import io.assistantmcp.server.install.Client;
import io.assistantmcp.server.install.Command;
import io.assistantmcp.server.install.Endpoint;
import io.assistantmcp.server.install.InstallLink;
import io.assistantmcp.server.install.Reach;
import io.assistantmcp.server.install.Snippet;
import io.assistantmcp.server.install.Way;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what clients are configured with into Markdown texts, between markers. */
public final class InstallGuideWriter {

  private static final String IMAGE = "ghcr.io/<owner>/openai-assistant-mcp:latest";
  private static final Endpoint SERVER =
      new Endpoint(URI.create("http://127.0.0.1:8662/mcp"), Authentication.KEY);

  private InstallGuideWriter() {}

  /**
   * A client's guide with its configurations up to date, a section for each way.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fillGuide(String markdown, Client client) {
    String filled = markdown;
    for (Way way : Way.values()) {
      Snippet snippet = client.snippet(reach(way));
      filled =
          MarkedSection.fill(
              filled, way.toString(), fenced(snippet) + "\n\n" + list(snippet.notes()));
    }
    return filled;
  }

  /**
   * The README with one configuration for each client and with the links up to date.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fillReadme(String markdown) {
    return MarkedSection.fill(
        MarkedSection.fill(markdown, "links", links()),
        "clients",
        Arrays.stream(Client.values())
            .map(InstallGuideWriter::inShort)
            .collect(Collectors.joining("\n\n")));
  }

  /** Links that READMEs drop, for pages that show them as text. */
  public static String fillLinks(String markdown, Client client) {
    return MarkedSection.fill(
        markdown,
        "link",
        Arrays.stream(Way.values())
            .filter(way -> way != Way.STDIO)
            .map(way -> "```\n" + applicationLink(client, reach(way)) + "\n```")
            .collect(Collectors.joining("\n\n")));
  }

  private static Reach reach(Way way) {
    return switch (way) {
      case STDIO -> Command.launcher(Command.SOME_LAUNCHER);
      case DOCKER -> Command.docker(IMAGE);
      case HTTP -> SERVER;
    };
  }

  /** Over HTTP where a container could not be started. */
  private static String inShort(Client client) {
    Way way = client == Client.OPEN_WEBUI || client == Client.MCPO ? Way.HTTP : Way.DOCKER;
    return "[%s](docs/install/%s.md), %s:\n%s"
        .formatted(client.title(), client, way, fenced(client.snippet(reach(way)).compact()));
  }

  private static String links() {
    Reach image = reach(Way.DOCKER);
    return """
        | | with Docker | with a server at `%s` |
        |---|---|---|
        | Cursor | [Add to Cursor](%s) | [Add to Cursor](%s) |
        | VS Code | [Add to VS Code](%s) | [Add to VS Code](%s) |"""
        .formatted(
            SERVER.url(),
            InstallLink.cursor(image),
            InstallLink.cursor(SERVER),
            InstallLink.vsCode(image),
            InstallLink.vsCode(SERVER));
  }

  private static String applicationLink(Client client, Reach reach) {
    return client == Client.CURSOR
        ? InstallLink.cursorApplication(reach)
        : InstallLink.vsCodeApplication(reach);
  }

  private static String fenced(Snippet snippet) {
    return "```" + snippet.language() + "\n" + snippet.text() + "\n```";
  }

  private static String list(List<String> notes) {
    return notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n"));
  }
}
