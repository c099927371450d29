package io.assistantmcp.server.demo;

import java.nio.file.Path;
import java.util.List;

/** How this program, which is a jar, is started once more. */
final class ServerCommand {

  private ServerCommand() {}

  static List<String> ofThisProcess() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-jar", System.getProperty("java.class.path"));
  }
}
