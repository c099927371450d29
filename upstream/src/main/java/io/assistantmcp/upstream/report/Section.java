package io.assistantmcp.upstream.report;

import java.util.List;

/**
 * The changes of one tool or operation.
 *
 * @param name the tool's name, or the operation's id
 * @param place the operation's method and path; empty for a tool
 * @param lines what has changed
 */
public record Section(String name, String place, List<Line> lines) {

  public Section {
    lines = List.copyOf(lines);
  }
}
