package io.assistantmcp.codegen.plan;

import java.util.List;

/** One argument of a method of the generated client, and the tool arguments it comes from. */
public sealed interface ClientArgument {

  /**
   * A value in the path.
   *
   * @param name the tool argument
   */
  record Path(String name) implements ClientArgument {}

  /**
   * A value in the query.
   *
   * @param name the tool argument
   * @param form the type the client's method wants
   */
  record Query(String name, QueryForm form) implements ClientArgument {}

  /**
   * The JSON body.
   *
   * @param elsewhere the tool arguments that are not part of it
   */
  record Body(List<String> elsewhere) implements ClientArgument {}

  /**
   * A JSON body that is a single argument.
   *
   * @param name the tool argument
   */
  record Whole(String name) implements ClientArgument {}

  /** The types of query arguments. */
  enum QueryForm {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    STRINGS
  }
}
