package io.assistantmcp.upstream.render;

import io.assistantmcp.upstream.report.Frozen;
import io.assistantmcp.upstream.report.Line;
import io.assistantmcp.upstream.report.Proposal;
import io.assistantmcp.upstream.report.Report;
import io.assistantmcp.upstream.report.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report in Markdown, short enough to be the text of a pull request. */
public final class MarkdownReport {

  private static final int SHORT_HASH = 12;

  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
  }

  public static String of(Report report) {
    return new MarkdownReport(report).text();
  }

  private String text() {
    line("# The upstream document has changed: " + sum());
    line("");
    line("| | before | after |");
    line("|---|---|---|");
    line("| document | %s | %s |", report.before().source(), report.after().source());
    line("| sha256 | `%s` | `%s` |", hash(report.before().sha256()), hash(report.after().sha256()));
    line("| tokens of tools/list | %d | %d |", report.tokens().before(), report.tokens().after());
    report.frozen().ifPresent(this::frozen);
    sections("What users of the tools see", "No tool changes.", report.tools());
    toDo();
    proposals();
    sections("Operations", "No operation changes.", report.operations());
    line("");
    line("## Outside the tools");
    line("");
    line(report.outside());
    return text.toString();
  }

  private String sum() {
    if (report.breaking() + report.harmless() == 0) {
      return "nothing that concerns the tools";
    }
    return "%d breaking, %d not".formatted(report.breaking(), report.harmless());
  }

  private static String hash(String sha256) {
    return sha256.length() > SHORT_HASH ? sha256.substring(0, SHORT_HASH) : sha256;
  }

  private void frozen(Frozen frozen) {
    line("");
    line("## Frozen");
    line("");
    line(
        "The slice stays as it is, cut from `%s` of %s, and nothing below is taken over: since `%s`"
            + " of %s these operations are gone upstream.",
        report.before().source(),
        report.before().date(),
        frozen.since().source(),
        frozen.since().date());
    line("");
    frozen.operations().forEach(id -> line("- `%s`", id));
    line("");
    line("To follow the rest, take them out of `operations.yaml`; their tools go then.");
  }

  /** What many operations have in common, such as one type of answer, is told once. */
  private void sections(String title, String nothing, List<Section> sections) {
    line("");
    line("## " + title);
    if (sections.isEmpty()) {
      line("");
      line(nothing);
    }
    Map<List<Line>, String> told = new HashMap<>();
    for (Section section : sections) {
      line("");
      line(section.place().isEmpty() ? "### %s" : "### %s: `%s`", section.name(), section.place());
      line("");
      String twin = told.putIfAbsent(section.lines(), section.name());
      if (twin != null && section.lines().size() > 1) {
        line("As %s.", twin);
      } else {
        section.lines().forEach(this::change);
      }
    }
  }

  private void change(Line change) {
    line(
        "- %s%s%s",
        change.breaking() ? "**breaking** " : "",
        change.what().isEmpty() ? "" : change.what() + ": ",
        change.text());
  }

  private void toDo() {
    if (!report.toDo().isEmpty()) {
      line("");
      line("## To do by hand");
      line("");
      report.toDo().forEach(item -> line("- %s", item));
    }
  }

  private void proposals() {
    if (report.proposals().isEmpty()) {
      return;
    }
    line("");
    line("## Operations that could be tools");
    line("");
    line("Paste what you want into `operations.yaml`, give it a sentence in `overlay.yaml`, and");
    line("run `script/update-spec` again.");
    for (Proposal proposal : report.proposals()) {
      line("");
      line("`%s`, for the overlay `%s`:", proposal.place(), proposal.target());
      line("");
      line("```yaml");
      text.append(proposal.entry());
      line("```");
    }
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : format.formatted(values)).append('\n');
  }
}
