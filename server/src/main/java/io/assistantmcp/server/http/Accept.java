package io.assistantmcp.server.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * The forms of an answer that a client takes.
 *
 * <p>The protocol wants clients to name both, but some name only one, or send {@code *}{@code /*}.
 *
 * @param json a JSON document
 * @param stream an event stream, which only those get who name it
 */
record Accept(boolean json, boolean stream) {

  static final String EVENT_STREAM = "text/event-stream";

  private static final Pattern UNWANTED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*(;|$)");

  /**
   * What a request takes.
   *
   * @throws Refused if that is neither form
   */
  static Accept of(Request request) throws Refused {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
    List<String> types = types(given);
    Accept accept =
        new Accept(
            given.isEmpty()
                || types.contains(Exchange.JSON)
                || types.contains("application/*")
                || types.contains("*/*"),
            types.contains(EVENT_STREAM));
    if (!accept.json && !accept.stream) {
      throw new Refused(
          HttpStatus.NOT_ACCEPTABLE_406,
          "Accept allows neither application/json nor " + EVENT_STREAM);
    }
    return accept;
  }

  private static List<String> types(List<String> given) {
    return given.stream()
        .flatMap(line -> Stream.of(line.toLowerCase(Locale.ROOT).split(",")))
        .filter(type -> !UNWANTED.matcher(type).find())
        .map(Accept::withoutParameters)
        .toList();
  }

  /** A media type alone. */
  static String withoutParameters(String type) {
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip();
  }
}
