package shop.tools;

import io.assistantmcp.tool.AnswerForm;
import io.assistantmcp.tool.HttpOperation;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import io.assistantmcp.tool.ToolHints;
import io.assistantmcp.tool.ToolSchema;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import okhttp3.Call;
import shop.client.WidgetsApi;

/**
 * Lists &lt;widgets&gt; &amp; "parts" of a shop, {all} &#64; once *&#47; really.
 *
 * <p>HTTP: {@code GET /shops/{shop_id}/widgets} ({@code list-widgets}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1shops~1{shop_id}~1widgets/get"
)
public final class ListWidgetsTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "list_widgets",
      List.of(),
      "List widgets",
      "Lists <widgets> & \"parts\" of a shop, {all} @ once */ really.",
      "widgets",
      new ToolHints(true, false, true),
      new HttpOperation("GET", "/shops/{shop_id}/widgets", AnswerForm.JSON),
      new ToolSchema(ListWidgetsTool.class, "list_widgets"));

  private final Supplier<WidgetsApi> api;

  public ListWidgetsTool(Supplier<WidgetsApi> api) {
    this.api = api;
  }

  @Override
  public ToolDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    return api.get().listWidgetsCall(
            arguments.path("shop_id"),
            arguments.string("colour"),
            arguments.integer("limit"),
            arguments.number("min_price"),
            arguments.strings("include"),
            arguments.bool("sold"),
            null);
  }
}
