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
 * <p>HTTP: {@code POST /widgets} ({@code createWidget}).
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml#/paths/~1widgets/post"
)
public final class CreateWidgetTool implements McpTool {
  private static final ToolDefinition DEFINITION = new ToolDefinition(
      "create_widget",
      List.of(),
      "Create widget",
      "Creates a widget.",
      "widgets",
      new ToolHints(false, false, false),
      new HttpOperation("POST", "/widgets", AnswerForm.JSON),
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
            arguments.body(),
            null);
  }
}
