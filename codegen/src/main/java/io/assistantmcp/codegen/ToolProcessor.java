package io.assistantmcp.codegen;

import io.assistantmcp.codegen.render.GeneratedFile;
import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.tool.GenerateTools;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** javac's side of the generator: finds the annotated package, writes files, reports problems. */
public final class ToolProcessor extends AbstractProcessor {

  /** Compiler option with a file to read the document from, instead of the class path. */
  static final String SPEC_OPTION = "openapi.spec";

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(GenerateTools.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(SPEC_OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(GenerateTools.class)) {
      generate((PackageElement) element);
    }
    return true;
  }

  private void generate(PackageElement target) {
    String spec = target.getAnnotation(GenerateTools.class).spec();
    String packageName = target.getQualifiedName().toString();
    try {
      ToolGenerator generator = new ToolGenerator(packageName, apiClass(target));
      for (GeneratedFile file : generator.generate(spec, read(spec))) {
        write(file, target);
      }
    } catch (SpecException e) {
      for (Problem problem : e.problems()) {
        error(problem.toString(), target);
      }
    } catch (IOException e) {
      error(
          "The OpenAPI document "
              + spec
              + " cannot be read, or its tools not written ("
              + e.getMessage()
              + "); put it on the compile class path or name it with -A"
              + SPEC_OPTION
              + "=<file>",
          target);
    }
  }

  /** Class values cannot be loaded while compiling, so this one is read from the mirror. */
  private static String apiClass(PackageElement target) {
    for (AnnotationMirror mirror : target.getAnnotationMirrors()) {
      for (Map.Entry<?, ?> value : mirror.getElementValues().entrySet()) {
        if (value.getKey().toString().equals("api()")) {
          return value.getValue().toString().replaceFirst("\\.class$", "");
        }
      }
    }
    throw new IllegalStateException("javac accepts no @GenerateTools without an api");
  }

  private String read(String spec) throws IOException {
    String file = processingEnv.getOptions().get(SPEC_OPTION);
    return file != null
        ? Files.readString(Path.of(file))
        : processingEnv
            .getFiler()
            .getResource(StandardLocation.CLASS_PATH, "", spec)
            .getCharContent(true)
            .toString();
  }

  private void write(GeneratedFile file, PackageElement target) throws IOException {
    String packageName = target.getQualifiedName().toString();
    var filer = processingEnv.getFiler();
    var object =
        switch (file.kind()) {
          case SOURCE -> filer.createSourceFile(packageName + "." + file.name(), target);
          case RESOURCE ->
              filer.createResource(StandardLocation.CLASS_OUTPUT, packageName, file.name(), target);
        };
    try (Writer writer = object.openWriter()) {
      writer.write(file.content());
    }
  }

  private void error(String message, Element element) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
