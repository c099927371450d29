package io.assistantmcp.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.session.InFlight.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class InFlightTest {

  @Test
  void countsMoreCallsThanAPhaserHolds() {
    InFlight inFlight = new InFlight(1 << 20);
    for (int id = 0; id < 70_000; id++) {
      assertThat(inFlight.add(call(id, 0))).isEqualTo(Entry.TAKEN_IN);
    }

    assertThat(inFlight.drain(Duration.ZERO)).isEqualTo(70_000);
    assertThat(inFlight.add(call(70_000, 0))).isEqualTo(Entry.TOO_LATE);
    inFlight.abortAll();
    assertThat(inFlight.drain(Duration.ofSeconds(10))).isZero();
  }

  @Test
  void aCallWaitsUntilThereIsMemoryForIt() throws Exception {
    InFlight inFlight = new InFlight(100);
    Call large = call(1, 1 << 20);
    inFlight.add(large);
    CompletableFuture<Entry> next = CompletableFuture.supplyAsync(() -> inFlight.add(call(2, 0)));

    assertThat(next).isNotCompleted();
    inFlight.remove(large);
    inFlight.remove(large);
    assertThat(next.get(5, TimeUnit.SECONDS)).isEqualTo(Entry.TAKEN_IN);
    assertThat(inFlight.add(call(2, 0))).isEqualTo(Entry.ID_IN_USE);
  }

  @Test
  void anAnsweredCallGivesItsIdAndItsMemoryAway() {
    InFlight inFlight = new InFlight(4);
    Call first = call(1, 0);
    inFlight.add(first);
    assertThat(first.answer()).isTrue();

    Call second = call(1, 0);
    assertThat(inFlight.add(second)).isEqualTo(Entry.TAKEN_IN);
    inFlight.remove(first);
    inFlight.add(call(2, 0));
    assertThat(inFlight.drain(Duration.ZERO)).isEqualTo(2);
  }

  @Test
  void anAbortedCallCannotAnswerNorAnAnsweredOneBeAborted() {
    Call aborted = call(1, 0);
    aborted.abort();
    assertThat(aborted.answer()).isFalse();
    assertThat(aborted.isDisposed()).isTrue();

    Call answered = call(2, 0);
    assertThat(answered.answer()).isTrue();
    answered.abort();
    assertThat(answered.isDisposed()).isFalse();
    assertThat(answered.answer()).isFalse();
  }

  private static Call call(Object id, int length) {
    return new Call(id, length, json -> {}, Mono.never(), call -> {});
  }
}
