package shop.tools;

import io.assistantmcp.tool.McpTool;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import shop.client.WidgetsApi;

/**
 * Every tool of {@code openapi/shop.yaml}.
 */
@Generated(
    value = "io.assistantmcp.codegen.ToolProcessor",
    comments = "openapi/shop.yaml"
)
public final class ToolCatalog {
  /**
   * The toolsets that are served unless something else is asked for.
   */
  public static final String DEFAULT_TOOLSETS = "widgets";

  private ToolCatalog() {
  }

  /**
   * The tools, sorted by name, calling through one client.
   */
  public static List<McpTool> tools(Supplier<WidgetsApi> api) {
    return List.of(
            new PaintWidgetTool(api));
  }
}
