package io.assistantmcp.engine.run;

import io.assistantmcp.engine.store.Store;
import java.util.List;

/** Frees the jobs of processes that are gone, which would else wait until they count as dead. */
final class AbandonedJobs {

  private AbandonedJobs() {}

  static void release(Store store) {
    List<String> gone =
        store.read(session -> session.jobs().workers()).stream()
            .filter(name -> ProcessName.parse(name).isKnownToBeGone())
            .toList();
    if (!gone.isEmpty()) {
      store.write(
          session -> {
            gone.forEach(session.jobs()::release);
            return gone;
          });
    }
  }
}
