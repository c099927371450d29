package io.assistantmcp.server.install;

import java.util.Locale;
import java.util.function.Function;

/** What people use MCP servers with. */
public enum Client {
  CLAUDE_DESKTOP("Claude Desktop", true, ClaudeDesktop::snippet),
  CLAUDE_CODE("Claude Code", true, ClaudeCode::snippet),
  CURSOR("Cursor", true, Cursor::snippet),
  VSCODE("VS Code", true, VsCode::snippet),
  OPEN_WEBUI("Open WebUI", false, OpenWebUi::snippet),
  MCPO("MCPO", true, Mcpo::snippet),
  CODEX("Codex", false, Codex::snippet),
  GEMINI_CLI("Gemini CLI", true, GeminiCli::snippet);

  private final String title;
  private final boolean knowsSse;
  private final Function<Reach, Snippet> snippets;

  Client(String title, boolean knowsSse, Function<Reach, Snippet> snippets) {
    this.title = title;
    this.knowsSse = knowsSse;
    this.snippets = snippets;
  }

  /** The name it goes by. */
  public String title() {
    return title;
  }

  /** Whether it can use a server that is reached like this, or through something it can use. */
  public boolean canUse(Reach reach) {
    return knowsSse || !(reach instanceof Endpoint endpoint && endpoint.isSse());
  }

  /** What makes it use a server, for one that it can use. */
  public Snippet snippet(Reach reach) {
    return snippets.apply(reach);
  }

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
