package io.assistantmcp.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class CallExecutorTest {

  @Test
  void callsBeyondTheLastThreadWaitForAnother() throws Exception {
    Executor executor = CallExecutor.platformThreads(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      executor.execute(
          () -> {
            threads.add(Thread.currentThread());
            await(go);
            done.countDown();
          });
    }
    go.countDown();

    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(threads).hasSize(3).allMatch(Thread::isDaemon);
  }

  @Test
  void idleThreadsAreUsedAgain() throws Exception {
    Executor executor = CallExecutor.platformThreads(100);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 20; i++) {
      CountDownLatch done = new CountDownLatch(1);
      executor.execute(
          () -> {
            threads.add(Thread.currentThread());
            done.countDown();
          });
      await(done);
      TimeUnit.MILLISECONDS.sleep(5);
    }

    assertThat(threads).hasSizeLessThan(10);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreadsAreUsedWhereThereAreSome() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Executor executor = CallExecutor.create();
    executor.execute(
        () -> {
          if (Thread.currentThread().toString().startsWith("VirtualThread")) {
            done.countDown();
          }
        });

    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
