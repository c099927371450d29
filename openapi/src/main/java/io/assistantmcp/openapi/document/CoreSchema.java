package io.assistantmcp.openapi.document;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain scalars are no strings, by the core schema of YAML 1.2, which OpenAPI asks for. The
 * library's own rules are those of YAML 1.1, where {@code on}, {@code 1:30} and {@code 2024-01-01}
 * are no strings either.
 */
final class CoreSchema extends Resolver {

  static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
  static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.NULL, NULL, null);
    addImplicitResolver(Tag.BOOL, BOOL, "tTfF");
    addImplicitResolver(Tag.INT, INT, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, FLOAT, "-+.0123456789");
    addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
  }
}
