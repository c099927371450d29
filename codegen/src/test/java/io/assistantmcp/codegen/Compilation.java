package io.assistantmcp.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of the real javac over sources of a test. */
final class Compilation {

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  /**
   * @param folder where sources and classes go
   */
  Compilation(Path folder) {
    this.folder = folder;
  }

  void add(String className, String text) throws IOException {
    Path file = folder.resolve("sources").resolve(className.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    sources.add(file);
  }

  void process(Processor processor) {
    processors.add(processor);
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** Compiles, with the test's own class path, and gives what javac had to say. */
  List<String> run(List<String> options) throws IOException {
    Files.createDirectories(classes());
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(options);
      String classPath =
          folder.resolve("resources")
              + System.getProperty("path.separator")
              + System.getProperty("java.class.path");
      all.addAll(List.of("-d", classes().toString(), "-classpath", classPath));
      var task =
          compiler.getTask(
              null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
