package io.assistantmcp.codegen.render;

import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.openapi.ClientView;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that openapi-generator gives an operation's method. */
final class ClientMethod {

  private static final Pattern WORD_BREAK = Pattern.compile("[^A-Za-z0-9_]+(.)?");

  private ClientMethod() {}

  static String name(Operation operation) {
    String id = ClientView.operationId(operation.id(), operation.tool().name());
    String joined =
        WORD_BREAK
            .matcher(id)
            .replaceAll(
                match -> match.group(1) == null ? "" : match.group(1).toUpperCase(Locale.ROOT));
    return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
  }
}
