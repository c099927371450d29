package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed at any point of its work, and the project is as before or as after. */
class KilledUpdateTest {

  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  void leavesTheOldStateOrTheNewOne() throws Exception {
    Project project = Project.cutWidgets(folder);
    State old = State.of(project);
    Path document = folder.resolve("new.yaml");
    String upstream = Files.readString(Project.WIDGETS.resolve("upstream.yaml"));
    Files.writeString(document, upstream.replace("maximum: 100", "maximum: 200"));

    long begin = System.nanoTime();
    assertThat(start(project, document).waitFor()).isZero();
    long whole = System.nanoTime() - begin;
    State now = State.of(project);
    assertThat(now).isNotEqualTo(old);

    for (int i = 0; i < KILLS; i++) {
      old.writeTo(project);
      Process process = start(project, document);
      TimeUnit.NANOSECONDS.sleep(new Random().nextLong(whole + whole / 10));
      process.destroyForcibly().waitFor();
      project.run(Project.WIDGETS.resolve("upstream.yaml").toString(), "--check");
      assertThat(State.of(project)).isIn(old, now);
    }
  }

  private static Process start(Project project, Path document) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            UpdateSpec.class.getName(),
            "--root",
            project.root().toString(),
            "--no-build",
            document.toString());
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What the command replaces; the date in a lock is that of the day. */
  private record State(String slice, String lock) {

    static State of(Project project) {
      return new State(
          project.slice(), project.lock().replaceAll("date: '[0-9-]+'", "date: today"));
    }

    void writeTo(Project project) throws IOException {
      Files.writeString(project.file("assistants.yaml"), slice);
      Files.writeString(project.file("upstream.lock"), lock);
    }
  }
}
