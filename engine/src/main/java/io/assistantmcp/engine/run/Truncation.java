package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.PromptSize;
import java.util.ArrayList;
import java.util.List;

/** Leaves messages out of a prompt, from the middle: how it began and where it is matter most. */
final class Truncation {

  private final PromptSize sizes = new PromptSize();

  PromptSize sizes() {
    return sizes;
  }

  /** As many of the messages as fit into a number of tokens, the newest whatever its size. */
  List<InputItem> fitting(List<InputItem> messages, int tokens) {
    List<Integer> left = new ArrayList<>(messages.stream().map(sizes::of).toList());
    List<InputItem> kept = new ArrayList<>(messages);
    int sum = left.stream().mapToInt(Integer::intValue).sum();
    while (sum > tokens && kept.size() > 1) {
      int middle = middle(kept);
      kept.remove(middle);
      sum -= left.remove(middle);
    }
    return kept;
  }

  /** So many of the messages. */
  static List<InputItem> atMost(List<InputItem> messages, int count) {
    List<InputItem> kept = new ArrayList<>(messages);
    while (kept.size() > Math.max(1, count)) {
      kept.remove(middle(kept));
    }
    return kept;
  }

  private static int middle(List<InputItem> messages) {
    return (messages.size() - 1) / 2;
  }
}
