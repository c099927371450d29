package io.assistantmcp.server.install;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Links that make a client offer to add the server. */
public final class InstallLink {

  private InstallLink() {}

  /** For Cursor, by its web site: READMEs drop links of other schemes. */
  public static String cursor(Reach reach) {
    return "https://cursor.com/install-mcp?" + cursorQuery(reach);
  }

  /** For Cursor itself. */
  public static String cursorApplication(Reach reach) {
    return "cursor://anysphere.cursor-deeplink/mcp/install?" + cursorQuery(reach);
  }

  private static String cursorQuery(Reach reach) {
    byte[] config = Json.compact(Cursor.entry(reach)).getBytes(StandardCharsets.UTF_8);
    return "name=%s&config=%s"
        .formatted(Json.NAME, encoded(Base64.getEncoder().encodeToString(config)));
  }

  /** For VS Code, by its web site: READMEs drop links of other schemes. */
  public static String vsCode(Reach reach) {
    String inputs =
        reach.secrets().isEmpty() ? "" : "&inputs=" + encoded(Json.compact(VsCode.inputs(reach)));
    return "https://insiders.vscode.dev/redirect/mcp/install?name=%s%s&config=%s"
        .formatted(Json.NAME, inputs, encoded(Json.compact(VsCode.entry(reach))));
  }

  /** For VS Code itself. */
  public static String vsCodeApplication(Reach reach) {
    JsonObject server = new JsonObject();
    server.addProperty("name", Json.NAME);
    VsCode.entry(reach).asMap().forEach(server::add);
    if (!reach.secrets().isEmpty()) {
      server.add("inputs", VsCode.inputs(reach));
    }
    return "vscode:mcp/install?" + encoded(Json.compact(server));
  }

  /** As a component of a URI, where a plus would be one. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
