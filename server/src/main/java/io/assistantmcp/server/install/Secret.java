package io.assistantmcp.server.install;

/**
 * Something that no configuration holds, only where it comes from.
 *
 * @param variable the environment variable that it is kept in
 * @param words what a person is asked for
 */
public record Secret(String variable, String words) {

  static final Secret API_KEY = new Secret("OPENAI_API_KEY", "OpenAI API key");
  static final Secret TOKEN = new Secret("MCP_AUTH_TOKEN", "token of the MCP server");
  static final Secret MCPO_KEY = new Secret("MCPO_API_KEY", "API key of MCPO");

  /**
   * For files that can neither ask nor read a variable. It has spaces, so none can be left as is.
   */
  String placeholder() {
    return "<your " + words + ">";
  }

  /** The variable in a shell, which stops where there is none. */
  String inShell() {
    return "${" + variable + ":?}";
  }
}
