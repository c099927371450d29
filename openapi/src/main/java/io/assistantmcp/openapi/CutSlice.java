package io.assistantmcp.openapi;

import io.assistantmcp.openapi.Arguments.Mode;
import io.assistantmcp.openapi.Arguments.UsageException;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** The command {@code script/cut-slice}: the slice alone, compared with nothing. */
public final class CutSlice {

  private final Arguments arguments;

  private CutSlice(Arguments arguments) {
    this.arguments = arguments;
  }

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /** Runs the command and answers its exit code: 1 for problems, 2 for a wrong command line. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      out.println(new CutSlice(Arguments.parse(args)).run());
      return 0;
    } catch (UsageException e) {
      err.println("cut-slice: " + e.getMessage() + "\n" + Arguments.USAGE);
      return 2;
    } catch (SpecException e) {
      int count = e.problems().size();
      String sum = count == 1 ? "1 problem" : count + " problems";
      err.println(e.getMessage() + "\n" + sum + "; nothing was written");
      return 1;
    } catch (IOException e) {
      err.println("cut-slice: cannot write: " + e + "; nothing was changed");
      return 1;
    }
  }

  private String run() throws SpecException, IOException {
    Problems problems = new Problems();
    var upstream = problems.collect(() -> UpstreamSpec.read(arguments.upstream()));
    var operations = problems.collect(() -> SpecDocument.read(arguments.operations()));
    var overlay = problems.collect(() -> SpecDocument.read(arguments.overlay()));
    problems.throwIfAny();
    SpecDocument document = upstream.orElseThrow().document();
    Pipeline pipeline = new Pipeline(operations.orElseThrow(), overlay.orElseThrow());
    String slice =
        arguments.mode() == Mode.CUT ? pipeline.slice(document) : pipeline.refresh(document);
    return arguments.mode() == Mode.CHECK ? check(slice) : write(slice);
  }

  private String check(String slice) throws SpecException, IOException {
    String written = Files.readString(arguments.output());
    if (!written.equals(slice)) {
      int same = Arrays.mismatch(written.toCharArray(), slice.toCharArray());
      int line = 1 + (int) written.substring(0, same).chars().filter(c -> c == '\n').count();
      throw new SpecException(
          new Problem(
              arguments.output().toString(),
              JsonPointer.ROOT,
              line,
              "is not what operations.yaml and overlay.yaml give",
              "run script/regenerate"));
    }
    return arguments.output() + " is up to date";
  }

  private String write(String slice) throws IOException {
    Path output = arguments.output();
    if (Files.exists(output) && Files.readString(output).equals(slice)) {
      return output + " unchanged";
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    // Beside the file, since a move is atomic only within a file system.
    Path staged = output.resolveSibling(output.getFileName() + ".new");
    try {
      Files.writeString(staged, slice);
      Files.move(
          staged, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
    }
    return output + " written";
  }
}
