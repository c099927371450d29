package io.assistantmcp.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ListQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What several threads write at the same time, behind one that does not end. */
@Timeout(60)
class GroupCommitTest {

  @TempDir Path folder;
  private Store store;
  private final CountDownLatch first = new CountDownLatch(1);
  private final List<Writer> writers = new ArrayList<>();

  /** A thread that writes, and what it was told. */
  private record Writer(
      Thread thread, CompletableFuture<String> told, CompletableFuture<Boolean> interrupted) {}

  @BeforeEach
  void holdTheDatabase() throws Exception {
    store = Store.open("jdbc:sqlite:" + folder.resolve("assistants.db"));
    CountDownLatch held = new CountDownLatch(1);
    write(
        session -> {
          held.countDown();
          await(first);
          return "held";
        });
    held.await();
  }

  @AfterEach
  void close() {
    first.countDown();
    store.close();
  }

  @Test
  void commitsWhatWaitsTogetherAndInOrder() throws Exception {
    queue(session -> insert(session, "a"));
    queue(session -> insert(session, "b"));
    queue(session -> insert(session, "c"));
    queue(session -> "committed by then: " + names());
    assertThat(told()).containsExactly("held", "a", "b", "c", "committed by then: []");
    assertThat(names()).containsExactly("a", "b", "c");
  }

  @Test
  void undoesWhatFailsAndNothingElse() throws Exception {
    queue(session -> insert(session, "a"));
    queue(
        session -> {
          insert(session, "b");
          throw new IllegalStateException("changed my mind");
        });
    queue(
        session -> {
          insert(session, "c");
          throw new StackOverflowError("too deep");
        });
    queue(session -> insert(session, "d"));
    assertThat(told()).containsExactly("held", "a", "changed my mind", "too deep", "d");
    assertThat(names()).containsExactly("a", "d");
  }

  @Test
  void promisesNothingWhenTheTransactionIsLost() throws Exception {
    queue(session -> insert(session, "a"));
    queue(session -> session.handle().execute("rollback") + " rows undone, as SQLite does itself");
    queue(session -> insert(session, "c"));
    assertThat(told().get(0)).isEqualTo("held");
    assertThat(told().subList(1, 4)).allMatch(text -> text.contains("no such savepoint"));
    assertThat(names()).isEmpty();
    store.write(session -> insert(session, "d"));
    assertThat(names()).containsExactly("d");
  }

  @Test
  void tellsAllWhoWaitedThatTheDiskIsFull() throws Exception {
    queue(session -> insert(session, "a"));
    queue(
        session -> {
          session.handle().execute("pragma max_page_count = 1");
          return insert(session, "b".repeat(10_000));
        });
    queue(session -> insert(session, "c"));
    assertThat(told().subList(1, 4)).allMatch(text -> text.contains("the disk is full"));
    assertThat(names()).isEmpty();
    store.write(session -> insert(session, "d"));
    assertThat(names()).containsExactly("d");
  }

  @Test
  void writesForThoseWhoAreInterruptedToo() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      queue(session -> insert(session, name)).thread().interrupt();
    }
    assertThat(told()).containsExactly("held", "a", "b", "c");
    assertThat(names()).containsExactly("a", "b", "c");
    assertThat(writers.stream().map(writer -> writer.interrupted().join()))
        .as("what a thread was told to do it still knows")
        .containsExactly(false, true, true, true);
  }

  @Test
  void closesAfterWhatIsBeingWritten() throws Exception {
    queue(session -> insert(session, "a"));
    Thread closing = new Thread(() -> store.close());
    closing.start();
    awaitWaiting(closing);
    assertThatThrownBy(() -> store.write(session -> insert(session, "b")))
        .isInstanceOf(StoreException.class)
        .hasMessage("The database is closed.");
    assertThat(told()).containsExactly("held", "a");
    closing.join();
    store = Store.open("jdbc:sqlite:" + folder.resolve("assistants.db"));
    assertThat(names()).containsExactly("a");
  }

  private List<String> told() {
    first.countDown();
    return writers.stream().map(writer -> writer.told().join()).toList();
  }

  /** Has a thread write, and waits until it waits. */
  private Writer queue(Function<Session, String> task) throws InterruptedException {
    Writer writer = write(task);
    awaitWaiting(writer.thread());
    return writer;
  }

  private Writer write(Function<Session, String> task) {
    CompletableFuture<String> told = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                told.complete(store.write(task));
              } catch (RuntimeException | Error e) {
                told.complete(String.valueOf(e.getMessage()));
              }
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    Writer writer = new Writer(thread, told, interrupted);
    writers.add(writer);
    return writer;
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String insert(Session session, String name) {
    JsonObject body = new JsonObject();
    body.addProperty("name", name);
    session.of("tenant", Table.ASSISTANTS).insert(1, body, Map.of());
    return name;
  }

  /** What everybody can see, in the order in which it was written. */
  private List<String> names() {
    ListQuery all = new ListQuery(100, true, null, null);
    return store.read(
        session ->
            session.of("tenant", Table.ASSISTANTS).list(all).items().stream()
                .map(found -> found.body().get("name").getAsString())
                .toList());
  }
}
