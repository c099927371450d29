package io.assistantmcp.server.install;

import java.util.List;

/** How a client gets to the server. */
public sealed interface Reach permits Command, Endpoint {

  /** What it takes that no configuration holds. */
  List<Secret> secrets();
}
