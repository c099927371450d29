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
 * Deletes a widget.
 *
 * <p>HTTP: {@code DELETE /shops/{shop_id}/widgets/{widget_id}} ({@code deleteWidget}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1shops~1{shop_id}~1widgets~1{widget_id}/delete"
)
public final class DeleteWidgetTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "delete_widget",
      List.of(),
      "Delete widget",
      "Deletes a widget.",
      "widgets",
      new ToolHints(false, true, true),
      new HttpOperation("DELETE", "/shops/{shop_id}/widgets/{widget_id}", AnswerForm.JSON),
      new ToolSchema(DeleteWidgetTool.class, "delete_widget"));

  private final Supplier<WidgetsApi> api;

  public DeleteWidgetTool(Supplier<WidgetsApi> api) {
    this.api = api;
  }

  @Override
  public ToolDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    return api.get().deleteWidgetCall(
            arguments.path("shop_id"),
            arguments.path("widget_id"),
            null);
  }
}
