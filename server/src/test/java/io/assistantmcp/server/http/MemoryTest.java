package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    Memory memory = new Memory(1_000);
    assertThat(memory.take(200)).isTrue();
    assertThat(memory.take(100)).isFalse();
    assertThat(memory.take(50)).isTrue();

    memory.give(200);
    assertThat(memory.take(200)).isTrue();
    assertThat(memory.take(1)).isFalse();
  }
}
