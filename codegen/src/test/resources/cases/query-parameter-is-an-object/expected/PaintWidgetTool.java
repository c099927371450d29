package shop.tools;

import io.assistantmcp.tool.AnswerForm;
import io.assistantmcp.tool.HttpOperation;
import io.assistantmcp.tool.ListStyle;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.RequestParts;
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
 * Paints a widget.
 *
 * <p>HTTP: {@code POST /widgets/{widget_id}} ({@code paintWidget}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1widgets~1{widget_id}/post"
)
public final class PaintWidgetTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "paint_widget",
      List.of(),
      "Paint widget",
      "Paints a widget.",
      "widgets",
      new ToolHints(false, false, true),
      new HttpOperation("POST", "/widgets/{widget_id}", AnswerForm.JSON),
      new ToolSchema(PaintWidgetTool.class, "paint_widget"));

  private final Supplier<WidgetsApi> api;

  public PaintWidgetTool(Supplier<WidgetsApi> api) {
    this.api = api;
  }

  @Override
  public ToolDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    WidgetsApi client = api.get();
    RequestParts request = new RequestParts(arguments, client.paintWidgetCall(
            arguments.path("widget_id"),
            null));
    request.query("filter", "filter", ListStyle.DEEP_OBJECT);
    return request.newCall(client.getApiClient().getHttpClient());
  }
}
