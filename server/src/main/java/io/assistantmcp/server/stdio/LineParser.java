package io.assistantmcp.server.stdio;

import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Incoming.Refusal;
import io.assistantmcp.server.session.MessageParser;
import io.modelcontextprotocol.json.McpJsonMapper;

/** Tells what a line is. */
final class LineParser {

  private final MessageParser parser;

  LineParser(McpJsonMapper mapper) {
    this.parser = new MessageParser(mapper);
  }

  Incoming parse(Line line) {
    if (line instanceof Line.Text text) {
      return parser.parse(text.text());
    }
    if (line instanceof Line.TooLong tooLong) {
      return Refusal.invalid(null, "the line is longer than " + tooLong.limit() + " bytes");
    }
    return Refusal.parseError("not valid UTF-8");
  }
}
