package io.assistantmcp.server.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Collection;
import java.util.stream.Collectors;

/** It is told names of variables, never what is in them; its file is TOML. */
final class Codex {

  private static final String PLACE =
      "It goes into .codex/config.toml of the home folder, or of a project that Codex trusts.";

  // A string of JSON is one of TOML.
  private static final Gson STRINGS = new GsonBuilder().disableHtmlEscaping().create();

  private Codex() {}

  static Snippet snippet(Reach reach) {
    StringBuilder text = new StringBuilder("[mcp_servers." + Json.NAME + "]");
    if (reach instanceof Endpoint endpoint) {
      line(text, "url", string(endpoint.url().toString()));
      endpoint.headers().forEach(header -> header(text, header));
    } else {
      Command command = (Command) reach;
      line(text, "command", string(command.program()));
      if (!command.arguments().isEmpty()) {
        line(text, "args", array(command.arguments()));
      }
      line(text, "env_vars", array(command.secrets().stream().map(Secret::variable).toList()));
    }
    return new Snippet(Language.toml, text.toString(), Notes.withVariables(PLACE, reach));
  }

  /** Only a bearer's value is more than the secret itself. */
  private static void header(StringBuilder text, Header header) {
    String variable = string(header.secret().variable());
    if (header.scheme().isEmpty()) {
      line(text, "env_http_headers", "{ %s = %s }".formatted(string(header.name()), variable));
    } else {
      line(text, "bearer_token_env_var", variable);
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append('\n').append(key).append(" = ").append(value);
  }

  private static String array(Collection<String> values) {
    return values.stream().map(Codex::string).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String string(String value) {
    return STRINGS.toJson(value);
  }
}
