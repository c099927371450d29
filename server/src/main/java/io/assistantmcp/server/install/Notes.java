package io.assistantmcp.server.install;

import java.util.List;
import java.util.stream.Collectors;

/** What people are told beside what they paste. */
final class Notes {

  private Notes() {}

  /** Where it goes, for a client that reads secrets from its own environment. */
  static List<String> withVariables(String place, Reach reach) {
    if (reach.secrets().isEmpty()) {
      return List.of(place);
    }
    String variables =
        reach.secrets().stream().map(Secret::variable).collect(Collectors.joining(" and "));
    return List.of(
        place,
        "%s must be set in the environment that the client is started in.".formatted(variables));
  }
}
