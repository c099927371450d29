package io.assistantmcp.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on a package, makes the compiler generate one {@link McpTool} per operation of an OpenAPI
 * document, and a {@code ToolCatalog} that lists them, into that package.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface GenerateTools {

  /** The OpenAPI document, as a resource name on the compile class path. */
  String spec();

  /** The generated client's API class, which builds the HTTP calls. */
  Class<?> api();
}
