package io.assistantmcp.server.install;

import java.util.List;

/**
 * A process that the client starts and talks to over stdio. It needs the API key as a variable.
 *
 * @param program what is started
 * @param arguments its arguments
 */
public record Command(String program, List<String> arguments) implements Reach {

  /** Where the launcher is, if nobody says. */
  public static final String SOME_LAUNCHER =
      "/path/to/openai-assistant-mcp/bin/openai-assistant-mcp";

  // Without it assistants would be gone with the container, at the end of each session.
  private static final String VOLUME = "openai-assistant-mcp:/data";

  /** The server as it lies on this machine. */
  public static Command launcher(String path) {
    return new Command(path, List.of());
  }

  /** The image, with a volume for its database. */
  public static Command docker(String image) {
    return new Command(
        "docker",
        List.of(
            "run",
            "-i",
            "--rm",
            "-e",
            Secret.API_KEY.variable(),
            "-e",
            "TRANSPORT=stdio",
            "-v",
            VOLUME,
            image));
  }

  @Override
  public List<Secret> secrets() {
    return List.of(Secret.API_KEY);
  }
}
