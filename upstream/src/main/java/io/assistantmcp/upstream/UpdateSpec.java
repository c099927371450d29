package io.assistantmcp.upstream;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.upstream.Order.UsageException;
import io.assistantmcp.upstream.render.JsonReport;
import io.assistantmcp.upstream.render.MarkdownReport;
import io.assistantmcp.upstream.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code script/update-spec}: follows the upstream document. */
public final class UpdateSpec {

  private static final int NOTHING_NEW = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int CHANGES = 3;
  private static final int BREAKING = 4;

  private final Order order;
  private final String today;
  private final PrintStream out;
  private final PrintStream err;

  private UpdateSpec(Order order, String today, PrintStream out, PrintStream err) {
    this.order = order;
    this.today = today;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(args), LocalDate.now().toString(), out, System.err));
  }

  /**
   * Runs the command.
   *
   * @param today the date to record
   * @return the exit code
   */
  static int run(List<String> args, String today, PrintStream out, PrintStream err) {
    try {
      return new UpdateSpec(Order.parse(args), today, out, err).run();
    } catch (UsageException e) {
      err.println("update-spec: " + e.getMessage() + "\n" + Order.USAGE);
      return USAGE;
    } catch (SpecException e) {
      int count = e.problems().size();
      err.println(
          e.getMessage()
              + (count == 1 ? "; " : "\n" + count + " problems; ")
              + "nothing was changed");
      return FAILED;
    } catch (IOException | UncheckedIOException e) {
      err.println("update-spec: " + e.getMessage() + "; nothing was changed");
      return FAILED;
    }
  }

  private int run() throws SpecException, IOException {
    Path folder = order.root().resolve("target/update-spec");
    Files.createDirectories(folder);
    try (FileChannel file = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        FileLock mine = file.tryLock()) {
      if (mine == null) {
        throw new IOException("another update-spec is at work");
      }
      return run(folder);
    }
  }

  private int run(Path folder) throws SpecException, IOException {
    Swap swap = new Swap(order.root(), folder);
    if (swap.recover()) {
      err.println("update-spec: finished an update that was interrupted");
    }
    Optional<Update> update = new Following(order.root(), today).update(order);
    if (update.isEmpty()) {
      err.println("update-spec: nothing new");
      return NOTHING_NEW;
    }
    if (!order.check()) {
      swap.replace(replacements(update.get().files(), folder));
    }
    print(update.get().report());
    return order.check() ? changes(update.get().report()) : 0;
  }

  private void print(Optional<Report> report) {
    if (report.isEmpty()) {
      err.println("update-spec: the first slice; there is nothing to compare it with");
      return;
    }
    out.print(order.json() ? JsonReport.of(report.get()) : MarkdownReport.of(report.get()));
    out.flush();
  }

  private static int changes(Optional<Report> report) {
    return report.isPresent() && report.get().breaking() > 0 ? BREAKING : CHANGES;
  }

  private Map<String, Optional<byte[]>> replacements(Map<String, String> files, Path folder)
      throws IOException {
    if (order.build()) {
      err.println("update-spec: building and testing");
      return new StagedBuild(order.root(), folder, StagedBuild.MAVEN).run(files);
    }
    Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
    files.forEach(
        (file, text) -> contents.put(file, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    return contents;
  }
}
