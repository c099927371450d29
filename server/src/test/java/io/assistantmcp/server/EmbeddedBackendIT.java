package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The engine in the server's own process: no server beside it, no port, no connection. */
class EmbeddedBackendIT extends BackendBehaviour {

  @Override
  ServerProcess start() throws IOException {
    return ServerProcess.start(
        directory,
        Map.of("MODEL_API", "echo", "ASSISTANTS_DATABASE", directory.resolve("a.db").toString()));
  }

  /** Any socket of the Internet's would do: the process is to have none. */
  @Override
  void check(ServerProcess process) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    assumeThat(proc).exists();
    List<String> sockets =
        Stream.of("tcp", "tcp6", "udp", "udp6").flatMap(kind -> inodes(proc, kind)).toList();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      assertThat(files.map(EmbeddedBackendIT::target))
          .isNotEmpty()
          .noneMatch(target -> sockets.contains(target.replaceAll("socket:\\[(.*)]", "$1")));
    }
  }

  private static Stream<String> inodes(Path proc, String kind) {
    try {
      return Files.readAllLines(proc.resolve("net").resolve(kind)).stream()
          .skip(1)
          .map(line -> line.strip().split("\\s+")[9]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }
}
