package io.assistantmcp.engine.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Completed;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are sent again, and when a call ends in any case. */
class RepetitionTest {

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 529})
  void whatPassesIsTriedAgain(int status) {
    provider.answers(busy(status, "0"));
    provider.answers(200, FakeProvider.least(Api.RESPONSES));

    assertThat(call(Duration.ofSeconds(20))).isInstanceOf(Completed.class);
    assertThat(provider.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422})
  void whatIsRefusedForGoodIsNot(int status) {
    provider.answers(busy(status, "0"));

    assertThat(call(Duration.ofSeconds(20))).isInstanceOf(Failed.class);
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  void aQuotaThatIsUsedUpIsNot() {
    provider.answers(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"Pay\"}}");

    assertThat(((Failed) call(Duration.ofSeconds(20))).kind()).isEqualTo(Kind.RATE_LIMIT);
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() {
    provider.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    provider.answers(200, FakeProvider.least(Api.RESPONSES));

    assertThat(call(Duration.ofSeconds(20))).isInstanceOf(Completed.class);
    assertThat(provider.requests()).isEqualTo(2);
  }

  @Test
  void anAttemptThatTakesTooLongIsTriedAgain() {
    provider.answers(
        new MockResponse.Builder()
            .body(FakeProvider.least(Api.RESPONSES))
            .headersDelay(3, TimeUnit.SECONDS));
    provider.answers(200, FakeProvider.least(Api.RESPONSES));

    ModelConfig impatient =
        FakeProvider.change(provider.config(Api.RESPONSES), null, Map.of(), Duration.ofMillis(500));
    ModelAnswer answer =
        Models.open(impatient)
            .call(Requests.hello(), FakeProvider.KEY, CancelToken.lasting(Duration.ofSeconds(20)));

    assertThat(answer).isInstanceOf(Completed.class);
    assertThat(provider.requests()).isEqualTo(2);
  }

  @Test
  void atMostTheConfiguredNumberOfTimes() {
    for (int i = 0; i < 5; i++) {
      provider.answers(busy(429, "0"));
    }

    Failed failed = (Failed) call(Duration.ofSeconds(20));

    assertThat(failed.kind()).isEqualTo(Kind.RATE_LIMIT);
    assertThat(failed.message()).contains("answered with HTTP 429 (3 attempts): Busy.");
    assertThat(provider.requests()).isEqualTo(3);
  }

  @Test
  @Timeout(10)
  void aWaitBeyondTheTimeOfTheRunIsNotBegunButTold() {
    provider.answers(busy(429, "50"));

    Failed failed = (Failed) call(Duration.ofSeconds(20));

    assertThat(failed.kind()).isEqualTo(Kind.RATE_LIMIT);
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(50));
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  @Timeout(10)
  void aProviderThatNeverAnswersDoesNotOutlastTheRun() {
    provider.answers(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS));

    assertThat(call(Duration.ofMillis(700)))
        .isEqualTo(
            new Failed(
                Kind.SERVER_ERROR,
                provider.place()
                    + ", asked for model 'some-model', did not answer before the time of the run"
                    + " was up."));
  }

  @Test
  @Timeout(10)
  void aTrickleOfBytesDoesNotOutlastTheRun() {
    provider.answers(
        new MockResponse.Builder()
            .body(" ".repeat(100_000))
            .throttleBody(10, 100, TimeUnit.MILLISECONDS));

    assertThat(((Failed) call(Duration.ofMillis(700))).kind()).isEqualTo(Kind.SERVER_ERROR);
  }

  @Test
  @Timeout(10)
  void withNoTimeLeftTheCallFailsAtOnce() {
    assertThat(call(Duration.ZERO)).isInstanceOf(Failed.class);
  }

  @Test
  @Timeout(20)
  void aCancelledCallLetsGoWithinASecond() throws Exception {
    provider.answers(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS));
    assertCancelledInTime();
  }

  @Test
  @Timeout(20)
  void aCancelledCallLetsGoWhileItReads() throws Exception {
    provider.answers(
        new MockResponse.Builder()
            .body(" ".repeat(100_000))
            .throttleBody(10, 100, TimeUnit.MILLISECONDS));
    assertCancelledInTime();
  }

  @Test
  @Timeout(20)
  void aCancelledCallLetsGoWhileItWaits() throws Exception {
    provider.answers(busy(503, "15"));
    assertCancelledInTime();
  }

  @Test
  @Timeout(10)
  void whatIsCancelledBeforeItBeginsDoesNotBegin() {
    CancelToken token = CancelToken.lasting(Duration.ofSeconds(20));
    token.cancel();

    Failed failed = (Failed) open().call(Requests.hello(), FakeProvider.KEY, token);

    assertThat(failed.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(provider.requests()).isZero();
  }

  @Test
  @Timeout(20)
  void anInterruptedCallLetsGoAndStaysInterrupted() throws Exception {
    provider.answers(busy(503, "15"));
    CallInBackground call = new CallInBackground();
    provider.awaitRequest();
    call.thread.interrupt();
    call.thread.join();

    assertThat(((Failed) call.answer).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(call.interrupted).isTrue();
  }

  private void assertCancelledInTime() throws InterruptedException {
    CallInBackground call = new CallInBackground();
    provider.awaitRequest();
    Thread.sleep(200);
    long start = System.nanoTime();
    call.token.cancel();
    call.thread.join();

    assertThat(((Failed) call.answer).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  private ModelAnswer call(Duration life) {
    return open().call(Requests.hello(), FakeProvider.KEY, CancelToken.lasting(life));
  }

  private Model open() {
    return Models.open(provider.config(Api.RESPONSES));
  }

  private static MockResponse.Builder busy(int status, String retryAfter) {
    return new MockResponse.Builder()
        .code(status)
        .body("Busy")
        .addHeader("Retry-After", retryAfter);
  }

  /** A call on a thread of its own. */
  private final class CallInBackground {
    private final CancelToken token = CancelToken.lasting(Duration.ofSeconds(60));
    private final Thread thread;
    private volatile ModelAnswer answer =
        new Failed(Kind.SERVER_ERROR, "The call has not ended yet");
    private volatile boolean interrupted;

    CallInBackground() {
      thread =
          new Thread(
              () -> {
                answer = open().call(Requests.hello(), FakeProvider.KEY, token);
                interrupted = Thread.currentThread().isInterrupted();
              });
      thread.start();
    }
  }
}
