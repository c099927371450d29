package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Call;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls made without a session, for their cancellations to find.
 *
 * <p>Ids are only unique for one client, and nothing tells which it is. So a cancellation has to
 * come with the same credentials and from the same address as the call, and nothing is cancelled if
 * it fits several.
 */
final class OpenCalls {

  /**
   * What a cancellation has in common with its call.
   *
   * @param credentials what it was authorised with
   * @param address where it came from
   * @param id the id of the request
   */
  record Name(String credentials, String address, Object id) {

    @Override
    public String toString() {
      return "[hidden]";
    }
  }

  private final Map<Name, Set<Call>> calls = new ConcurrentHashMap<>();

  void add(Name name, Call call) {
    calls.compute(
        name,
        (key, present) -> {
          Set<Call> all = present == null ? new HashSet<>(2) : present;
          all.add(call);
          return all;
        });
  }

  void remove(Name name, Call call) {
    calls.computeIfPresent(
        name,
        (key, present) -> {
          present.remove(call);
          return present.isEmpty() ? null : present;
        });
  }

  /** Aborts the call of this name, unless there are several. */
  void abort(Name name) {
    Call[] only = new Call[1];
    calls.computeIfPresent(
        name,
        (key, present) -> {
          only[0] = present.size() == 1 ? present.iterator().next() : null;
          return present;
        });
    if (only[0] != null) {
      only[0].abort();
    }
  }
}
