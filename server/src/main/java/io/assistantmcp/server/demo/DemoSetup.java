package io.assistantmcp.server.demo;

import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a demo is shown on: whatever the settings say, with an echo for a model that cannot be asked
 * without a key, and a database that is thrown away for one that nobody named.
 *
 * @param settings besides those that hold already
 * @param words tell it to whoever watches
 */
public record DemoSetup(Map<String, String> settings, String words) {

  /**
   * @param scratch an empty folder that is deleted afterwards
   */
  public static DemoSetup of(ServerConfig config, Path scratch) {
    EmbeddedConfig embedded = config.embedded();
    if (embedded == null) {
      return new DemoSetup(Map.of(), "Assistants at " + config.upstream().root() + ".");
    }
    Map<String, String> settings = new HashMap<>();
    boolean echo = embedded.needsKey() && config.credentials().own().key() == null;
    if (echo) {
      settings.put(Settings.MODEL_API, "echo");
    }
    String database = embedded.database().toString();
    if (embedded.databaseIsDefault()) {
      settings.put(Settings.DATABASE, scratch.resolve("assistants.db").toString());
      database = "a database that is deleted at the end";
    }
    return new DemoSetup(settings, "Assistants in " + database + ".\n" + model(embedded, echo));
  }

  private static String model(EmbeddedConfig config, boolean echo) {
    ModelConfig model = config.model();
    if (echo) {
      return "No model is asked, since there is no key: set " + Settings.API_KEY + " to ask one.";
    }
    String api = model.api().name().toLowerCase(Locale.ROOT);
    return model.api() == ModelConfig.Api.ECHO
        ? "No model is asked: " + Settings.MODEL_API + "=echo."
        : "Models of " + model.place() + " are asked, by " + Settings.MODEL_API + "=" + api + ".";
  }
}
