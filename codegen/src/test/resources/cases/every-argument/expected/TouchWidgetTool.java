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
 * Touches a widget, with or without a word.
 *
 * <p>HTTP: {@code PATCH /shops/{shop_id}/widgets/{widget_id}} ({@code touchWidget}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1shops~1{shop_id}~1widgets~1{widget_id}/patch"
)
public final class TouchWidgetTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "touch_widget",
      List.of(),
      "Touch widget",
      "Touches a widget, with or without a word.",
      "widgets",
      new ToolHints(false, false, true),
      new HttpOperation("PATCH", "/shops/{shop_id}/widgets/{widget_id}", AnswerForm.JSON),
      new ToolSchema(TouchWidgetTool.class, "touch_widget"));

  private final Supplier<WidgetsApi> api;

  public TouchWidgetTool(Supplier<WidgetsApi> api) {
    this.api = api;
  }

  @Override
  public ToolDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    return api.get().touchWidgetCall(
            arguments.path("shop_id"),
            arguments.path("widget_id"),
            arguments.body("shop_id", "widget_id"),
            null);
  }
}
