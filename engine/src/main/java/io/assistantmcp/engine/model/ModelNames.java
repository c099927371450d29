package io.assistantmcp.engine.model;

import java.util.Map;

/**
 * The names a provider knows its models by. Assistants outlive the models they were made for, and
 * name models of other providers.
 *
 * @param aliases what to ask for instead of a model
 * @param fallback what to ask for instead of a model without an alias, or empty to ask for that
 */
public record ModelNames(Map<String, String> aliases, String fallback) {

  /** Every model under its own name. */
  public static final ModelNames SAME = new ModelNames(Map.of(), "");

  public ModelNames {
    aliases = Map.copyOf(aliases);
  }

  /** The provider's name for the model that an assistant or a run names. */
  public String resolve(String model) {
    String alias = aliases.get(model);
    if (alias != null) {
      return alias;
    }
    return fallback.isEmpty() ? model : fallback;
  }
}
