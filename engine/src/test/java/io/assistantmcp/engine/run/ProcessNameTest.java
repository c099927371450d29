package io.assistantmcp.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessNameTest {

  private final ProcessName self = ProcessName.ofThis();

  @Test
  void knowsThatThisProcessIsThere() {
    assertThat(ProcessName.parse(self.toString())).isEqualTo(self);
    assertThat(self.isKnownToBeGone()).isFalse();
  }

  @Test
  void tellsALaterProcessWithTheSameNumberApart() {
    assertThat(new ProcessName(self.host(), self.pid(), self.start() - 1).isKnownToBeGone())
        .isTrue();
  }

  @Test
  void knowsAProcessThatEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(new ProcessName(self.host(), ended.pid(), 1).isKnownToBeGone()).isTrue();
  }

  @Test
  void knowsNothingOfOtherMachines() {
    assertThat(new ProcessName("elsewhere", 1, 1).isKnownToBeGone()).isFalse();
    assertThat(ProcessName.parse("no name of ours").isKnownToBeGone()).isFalse();
  }
}
