package io.assistantmcp.server.config;

import java.nio.file.Path;
import java.util.Map;

/** Where the user's programs keep what is the user's. */
record DataDirectory(Path path) {

  private static final String FOLDER = "openai-assistant-mcp";
  private static final String FILE = "assistants.db";

  static DataDirectory of(Map<String, String> environment) {
    return of(environment, System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  }

  static DataDirectory of(Map<String, String> environment, String system, String home) {
    Path user = Path.of(environment.getOrDefault("HOME", home)).toAbsolutePath();
    if (system.startsWith("Mac")) {
      return new DataDirectory(user.resolve("Library/Application Support"));
    }
    Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
    // By the rules of XDG a path that is not absolute does not count.
    return new DataDirectory(data.isAbsolute() ? data : user.resolve(".local/share"));
  }

  Path file() {
    return path.resolve(FOLDER).resolve(FILE);
  }
}
