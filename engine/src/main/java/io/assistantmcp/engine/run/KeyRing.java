package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.ModelKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that requests came with lately, by tenant. They are in memory and nowhere else. */
final class KeyRing {

  private static final int CAPACITY = 1000;

  private final Map<String, ModelKey> keys =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ModelKey> eldest) {
          return size() > CAPACITY;
        }
      };

  synchronized void add(String tenant, ModelKey key) {
    keys.put(tenant, key);
  }

  synchronized @Nullable ModelKey of(String tenant) {
    return keys.get(tenant);
  }
}
