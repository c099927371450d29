package io.assistantmcp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, started in an empty directory. */
final class ServerProcess implements AutoCloseable {

  static final Path JAR = Path.of("target", "openai-assistant-mcp.jar").toAbsolutePath();

  private static final Pattern OURS =
      Pattern.compile("^(OPENAI|MCP|MODEL|ASSISTANTS|RUN|HTTP_HEADER)_|^(HOST|PORT)$");

  private final Process process;
  private final Path errors;
  private final BufferedWriter in;
  private final BufferedReader out;

  private ServerProcess(Path directory, Map<String, String> environment, List<String> command)
      throws IOException {
    errors = directory.resolve("stderr.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().keySet().removeIf(OURS.asPredicate());
    builder.environment().putAll(environment);
    process = builder.start();
    in = process.outputWriter(UTF_8);
    out = process.inputReader(UTF_8);
  }

  static ServerProcess start(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ServerProcess(directory, environment, command);
  }

  static ServerProcess run(Path directory, Map<String, String> environment, String... command)
      throws IOException {
    return new ServerProcess(directory, environment, List.of(command));
  }

  void send(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
  }

  /** The next line of stdout, or null at its end. */
  String line() {
    try {
      return out.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends stdin and gives everything that stdout still held. */
  List<String> endOfInput() throws IOException {
    in.close();
    return out.lines().toList();
  }

  /** Asks the process to end, as a service manager does. */
  void terminate() {
    // Unlike the process, its handle leaves the streams open.
    process.toHandle().destroy();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end");
    }
    return process.exitValue();
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
