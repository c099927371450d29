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
 * Creates a widget.
 *
 * <p>HTTP: {@code POST /shops/{shop_id}/widgets} ({@code createWidget}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1shops~1{shop_id}~1widgets/post"
)
public final class CreateWidgetTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "create_widget",
      List.of("make_widget", "add_widget"),
      "Create widget",
      "Creates a widget.",
      "widgets",
      new ToolHints(false, false, false),
      new HttpOperation("POST", "/shops/{shop_id}/widgets", AnswerForm.JSON),
      new ToolSchema(CreateWidgetTool.class, "create_widget"));

  private final Supplier<WidgetsApi> api;

  public CreateWidgetTool(Supplier<WidgetsApi> api) {
    this.api = api;
  }

  @Override
  public ToolDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    return api.get().createWidgetCall(
            arguments.path("shop_id"),
            arguments.body("shop_id", "dry_run"),
            arguments.bool("dry_run"),
            null);
  }
}
