package io.assistantmcp.codegen.plan;

import io.assistantmcp.tool.ListStyle;
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

  /** What is no argument of the client's method, but added to the request that it makes. */
  sealed interface Part extends ClientArgument {}

  /**
   * A header.
   *
   * @param name the tool argument
   * @param wire its name on the wire
   */
  record Header(String name, String wire) implements Part {}

  /**
   * A cookie.
   *
   * @param name the tool argument
   * @param wire its name on the wire
   */
  record Cookie(String name, String wire) implements Part {}

  /**
   * A value in the query that the client cannot write.
   *
   * @param name the tool argument
   * @param wire its name on the wire
   * @param style how it is written
   */
  record StyledQuery(String name, String wire, ListStyle style) implements Part {}

  /**
   * A body of form fields.
   *
   * @param elsewhere the tool arguments that are not part of it
   */
  record Form(List<String> elsewhere) implements Part {}

  /**
   * A body of several parts.
   *
   * @param files the tool arguments that are files
   * @param elsewhere the tool arguments that are not part of it
   */
  record Multipart(List<String> files, List<String> elsewhere) implements Part {}

  /** The types of query arguments. */
  enum QueryForm {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    STRINGS
  }
}
