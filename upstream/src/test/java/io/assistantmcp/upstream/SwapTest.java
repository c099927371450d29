package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a swap ends, all files are old or all are new. */
class SwapTest {

  private static final int FILES = 60;

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void writeOld() throws IOException {
    folder = Files.createDirectories(root.resolve("target/update-spec"));
    for (String name : names().toList()) {
      Files.writeString(root.resolve(name), "old");
    }
  }

  @Test
  void replacesAndDeletes() throws IOException {
    Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
    contents.put("file0", Optional.of(bytes("new")));
    contents.put("file1", Optional.empty());
    contents.put("deep/er", Optional.of(bytes("new")));
    new Swap(root, folder).replace(contents);
    assertThat(root.resolve("file0")).hasContent("new");
    assertThat(root.resolve("file1")).doesNotExist();
    assertThat(root.resolve("deep/er")).hasContent("new");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void forgetsWhatWasMadeReadyBeforeTheJournal() throws IOException {
    Path ready = Files.createDirectories(folder.resolve("ready"));
    Files.writeString(ready.resolve("file0"), "new");
    Files.writeString(folder.resolve("journal.draft"), "write file0");
    assertThat(new Swap(root, folder).recover()).isFalse();
    assertThat(contents()).containsExactly("old");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, FILES})
  void doesTheRestOfWhatTheJournalSays(int moved) throws IOException {
    Path ready = Files.createDirectories(folder.resolve("ready"));
    for (String name : names().toList()) {
      Files.writeString(ready.resolve(name), "new");
    }
    Files.write(folder.resolve("journal"), names().map(name -> "write " + name).toList());
    for (String name : names().limit(moved).toList()) {
      Files.move(ready.resolve(name), root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(new Swap(root, folder).recover()).isTrue();
    assertThat(contents()).containsExactly("new");
    assertThat(folder).isEmptyDirectory();
  }

  /** A process that swaps for ever is killed while it does. */
  @RepeatedTest(20)
  void isWholeAfterAKill() throws Exception {
    Process process = Swapper.start(root, folder);
    int swaps = process.getInputStream().read(); // It is at work.
    assertThat(swaps).isEqualTo('.');
    TimeUnit.MILLISECONDS.sleep(new Random().nextInt(200));
    process.destroyForcibly().waitFor();
    new Swap(root, folder).recover();
    assertThat(contents()).hasSize(1);
  }

  private Set<String> contents() throws IOException {
    Set<String> contents = new TreeSet<>();
    for (String name : names().toList()) {
      contents.add(Files.readString(root.resolve(name)));
    }
    return contents;
  }

  private static java.util.stream.Stream<String> names() {
    return IntStream.range(0, FILES).mapToObj(i -> "file" + i);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Swaps all files for new ones, again and again, until it is killed. */
  static final class Swapper {

    private Swapper() {}

    static Process start(Path root, Path folder) throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      List<String> command =
          List.of(
              java,
              "-cp",
              System.getProperty("java.class.path"),
              Swapper.class.getName(),
              root.toString(),
              folder.toString());
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String[] args) throws IOException {
      Swap swap = new Swap(Path.of(args[0]), Path.of(args[1]));
      for (int round = 0; ; round++) {
        Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
        Optional<byte[]> content = Optional.of(bytes("round " + round));
        names().forEach(name -> contents.put(name, content));
        swap.replace(contents);
        System.out.print('.');
        System.out.flush();
      }
    }
  }
}
