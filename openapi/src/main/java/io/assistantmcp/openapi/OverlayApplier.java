package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.GsonJsonProvider;
import com.jayway.jsonpath.spi.mapper.GsonMappingProvider;
import io.assistantmcp.openapi.Overlay.Action;
import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.Problems;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Applies an overlay's actions in order. On a spec that the overlay was applied to before, list
 * entries that are there already and removals that find nothing left are done.
 */
final class OverlayApplier implements SpecStep {

  private static final Configuration LIST_OF_HITS =
      Configuration.builder()
          .jsonProvider(new LiveResults())
          .mappingProvider(new GsonMappingProvider())
          .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
          .build();

  private final Overlay overlay;
  private final boolean again;
  private final Problems problems;
  private final Problems misses;

  /**
   * @param again whether the spec has been through this overlay before
   * @param misses takes the actions that hit nothing
   */
  OverlayApplier(Overlay overlay, boolean again, Problems problems, Problems misses) {
    this.overlay = overlay;
    this.again = again;
    this.problems = problems;
    this.misses = misses;
  }

  @Override
  public void apply(JsonObject spec) {
    for (Action action : overlay.actions()) {
      try {
        apply(action, spec);
      } catch (JsonPathException e) {
        report(action, "cannot be evaluated: " + e.getMessage(), "correct it");
      }
    }
  }

  private void apply(Action action, JsonObject spec) {
    JsonArray hits = action.target().read(spec, LIST_OF_HITS);
    if (hits.isEmpty() && !(again && action.update().isEmpty())) {
      misses.add(problem(action, "hits nothing", "correct the path, or remove the action"));
    }
    if (action.update().isEmpty()) {
      action.target().delete(spec, LIST_OF_HITS);
      return;
    }
    JsonElement update = action.update().get();
    Set<JsonElement> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    for (JsonElement hit : hits) {
      if (distinct.add(hit)) {
        update(action, hit, update);
      }
    }
  }

  private void update(Action action, JsonElement hit, JsonElement update) {
    if (hit instanceof JsonObject object && update instanceof JsonObject changes) {
      merge(object, changes);
    } else if (hit instanceof JsonArray array) {
      append(array, update);
    } else if (hit.isJsonObject()) {
      report(action, "hits an object, which only an object can update", "give a mapping as update");
    } else {
      report(action, "hits a single value", "aim at the object that holds it");
    }
  }

  private void merge(JsonObject target, JsonObject changes) {
    for (Map.Entry<String, JsonElement> change : changes.entrySet()) {
      JsonElement old = target.get(change.getKey());
      JsonElement value = change.getValue();
      if (old instanceof JsonObject object && value instanceof JsonObject inner) {
        merge(object, inner);
      } else if (old instanceof JsonArray array && value instanceof JsonArray items) {
        items.forEach(item -> append(array, item));
      } else {
        target.add(change.getKey(), value.deepCopy());
      }
    }
  }

  private void append(JsonArray array, JsonElement item) {
    if (!(again && array.contains(item))) {
      array.add(item.deepCopy());
    }
  }

  private void report(Action action, String message, String cure) {
    problems.add(problem(action, message, cure));
  }

  private Problem problem(Action action, String message, String cure) {
    return overlay.document().problem(action.pointer().child("target"), message, cure);
  }

  /** The library's provider gives copies of what it finds, which nobody needs changed. */
  private static final class LiveResults extends GsonJsonProvider {
    @Override
    public void setArrayIndex(Object array, int index, Object value) {
      if (array instanceof JsonArray results
          && index == results.size()
          && value instanceof JsonElement found) {
        results.add(found);
      } else {
        super.setArrayIndex(array, index, value);
      }
    }
  }
}
