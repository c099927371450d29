package io.assistantmcp.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in over HTTP.
 *
 * @param hosts what a {@code Host} header may name besides {@link #LOCAL_HOSTS}: names or
 *     addresses, with a port if only that one is meant
 * @param origins the browser origins that may call besides those on {@link #LOCAL_HOSTS}
 * @param token what every client has to show, or null
 * @param open whether the server may serve other machines with its own key and without a token
 */
public record HttpAccess(
    List<String> hosts, List<String> origins, @Nullable AuthToken token, boolean open) {

  /** The names that this machine has for itself, and for itself from inside of containers. */
  public static final List<String> LOCAL_HOSTS =
      List.of("localhost", "127.0.0.1", "[::1]", "host.docker.internal");
}
