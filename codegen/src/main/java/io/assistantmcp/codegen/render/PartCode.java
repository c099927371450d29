package io.assistantmcp.codegen.render;

import com.squareup.javapoet.CodeBlock;
import io.assistantmcp.codegen.plan.ClientArgument.Cookie;
import io.assistantmcp.codegen.plan.ClientArgument.Form;
import io.assistantmcp.codegen.plan.ClientArgument.Header;
import io.assistantmcp.codegen.plan.ClientArgument.Multipart;
import io.assistantmcp.codegen.plan.ClientArgument.Part;
import io.assistantmcp.codegen.plan.ClientArgument.StyledQuery;
import io.assistantmcp.tool.ListStyle;
import java.util.List;

/** Writes what is added to the client's request. */
final class PartCode {

  private PartCode() {}

  static CodeBlock of(Part part) {
    if (part instanceof Header header) {
      return CodeBlock.of("request.header($S, $S)", header.name(), header.wire());
    }
    if (part instanceof Cookie cookie) {
      return CodeBlock.of("request.cookie($S, $S)", cookie.name(), cookie.wire());
    }
    if (part instanceof StyledQuery query) {
      return CodeBlock.of(
          "request.query($S, $S, $T.$L)",
          query.name(),
          query.wire(),
          ListStyle.class,
          query.style());
    }
    if (part instanceof Form form) {
      return CodeBlock.of("request.form($L)", ToolClassRenderer.strings(form.elsewhere()));
    }
    Multipart multipart = (Multipart) part;
    CodeBlock files =
        CodeBlock.of("$T.of($L)", List.class, ToolClassRenderer.strings(multipart.files()));
    return multipart.elsewhere().isEmpty()
        ? CodeBlock.of("request.multipart($L)", files)
        : CodeBlock.of(
            "request.multipart($L, $L)", files, ToolClassRenderer.strings(multipart.elsewhere()));
  }
}
