package io.assistantmcp.server.stdio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The tiny server as a process of its own, with little memory. */
final class ServerProcess implements AutoCloseable {

  final Answers answers = new Answers();
  final Process process;
  private final OutputStream in;

  private ServerProcess(String... command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    in = process.getOutputStream();
    Thread reader = new Thread(this::read, "answers");
    reader.setDaemon(true);
    reader.start();
  }

  static ServerProcess start() throws IOException, InterruptedException {
    ServerProcess server = new ServerProcess(java());
    server.send(Messages.INITIALIZE, Messages.INITIALIZED);
    server.answers.next();
    return server;
  }

  /**
   * A server below a shell, with an input that stays open when the shell is gone. Needs a POSIX
   * shell.
   */
  static ServerProcess startBelowShell() throws IOException, InterruptedException {
    String line = Messages.INITIALIZE.replace("\"", "\\\"");
    String server = "\"" + String.join("\" \"", java()) + "\"";
    ServerProcess shell =
        new ServerProcess(
            "sh", "-c", "(echo \"" + line + "\"; exec sleep 60) | " + server + " & wait");
    shell.answers.next();
    return shell;
  }

  private static String[] java() {
    return new String[] {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-Xmx64m",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-cp",
      System.getProperty("java.class.path"),
      TinyServer.class.getName()
    };
  }

  void send(String... lines) throws IOException {
    for (String line : lines) {
      in.write(line.getBytes(StandardCharsets.UTF_8));
      in.write('\n');
    }
    in.flush();
  }

  /** Sends to a server that may end at any moment. */
  void sendIfHeard(String line) {
    try {
      send(line);
    } catch (IOException e) {
      // It has ended.
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void send(byte[] bytes) throws IOException {
    in.write(bytes);
  }

  void hangUp() throws IOException {
    in.close();
  }

  /** The exit code, or -1 if it does not end. */
  int exitCode() throws InterruptedException {
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      // The test has closed the stream.
    }
  }
}
