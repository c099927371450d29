package io.assistantmcp.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A tool's two input schemas, JSON Schema 2020-12, read from the resources beside its class.
 *
 * <p>They are resources because a Java string constant ends at 65,535 bytes. There are two because
 * the schema shown to a model is paid for in tokens on every request: it leaves out what a model
 * does not need, while the enforced one says exactly what the API accepts.
 *
 * @param owner the generated tool class
 * @param name the tool's name, which is the resources' base name
 */
public record ToolSchema(Class<?> owner, String name) {

  /** The compact schema that {@code tools/list} shows, as JSON text. */
  public String shown() {
    return read(name + ".shown.json");
  }

  /** The schema that arguments are checked against, as JSON text. */
  public String enforced() {
    return read(name + ".enforced.json");
  }

  private String read(String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "Resource " + resource + " is missing beside " + owner.getName() + "; rebuild");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Resource " + resource + " cannot be read", e);
    }
  }
}
