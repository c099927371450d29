package io.assistantmcp.openapi;

import com.google.gson.JsonObject;

/** One step of the pipeline, which changes a spec or judges it, and reports what it finds wrong. */
@FunctionalInterface
interface SpecStep {

  /**
   * @param spec an OpenAPI document, changed in place
   */
  void apply(JsonObject spec);
}
