package io.assistantmcp.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

  @TempDir Path folder;

  @Test
  void keepsWhatWasWrittenForTheNextStart() {
    String id;
    try (Store store = open()) {
      id = insert(store, "a");
    }
    try (Store store = open()) {
      assertThat(store.read(session -> assistants(session, "a").get(id)).id()).isEqualTo(id);
    }
  }

  @Test
  void opensWithTheSettingsThatKeepItWhole() {
    try (Store store = open()) {
      for (List<String> setting :
          List.of(
              List.of("journal_mode", "wal"),
              List.of("synchronous", "2"),
              List.of("foreign_keys", "1"),
              List.of("busy_timeout", "10000"))) {
        assertThat(pragma(store, setting.get(0))).as(setting.get(0)).isEqualTo(setting.get(1));
      }
    }
  }

  @Test
  void leavesTheVersionThatTheCodeSpeaks() {
    try (Store store = open()) {
      assertThat(pragma(store, "user_version")).isEqualTo(String.valueOf(Schema.VERSION));
    }
  }

  @Test
  void makesTheFileForItsOwnerAlone() throws Exception {
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void opensANewFileFromManySidesAtOnce() {
    List<CompletableFuture<String>> opened =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try (Store store = open()) {
                            return insert(store, "a");
                          }
                        }))
            .toList();
    assertThat(opened.stream().map(CompletableFuture::join).distinct()).hasSize(8);
  }

  @Test
  void namesTenantsTheSameWayInOneDatabaseAndAnotherInTheNext() {
    try (Store store = open();
        Store other = Store.open("jdbc:sqlite:" + folder.resolve("other.db"))) {
      String name = Tenants.in(store).of("sk-canary");
      assertThat(name).matches("[0-9a-f]{32}").isEqualTo(Tenants.in(store).of("sk-canary"));
      assertThat(name).isNotEqualTo(Tenants.in(store).of("sk-other"));
      assertThat(name).isNotEqualTo(Tenants.in(other).of("sk-canary"));
    }
  }

  @Test
  void copiesItselfWhileItIsOpen() throws Exception {
    Path copy = folder.resolve("copy.db");
    try (Store store = open()) {
      String id = insert(store, "a");
      store.backup(copy);
      insert(store, "a");
      try (Store copied = Store.open("jdbc:sqlite:" + copy)) {
        assertThat(copied.read(session -> assistants(session, "a").get(id)).id()).isEqualTo(id);
        assertThat(copied.check()).isEmpty();
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> store.backup(copy))
          .hasMessage("The file %s is already there; name one that is not.", copy);
      assertThatThrownBy(() -> store.backup(folder.resolve("none/copy.db")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be copied to %s", folder.resolve("none/copy.db"));
    }
  }

  @Test
  void tellsWhatIsWrongWithTheFile() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("insert into run_items (run_id, body) values ('run_of_nobody', '{}')");
    }
    try (Store store = open()) {
      assertThat(store.check()).containsExactly("a row of run_items belongs to nothing");
    }
  }

  @Test
  void refusesADatabaseOfANewerRelease() {
    try (Store store = open()) {
      store.write(session -> session.handle().execute("pragma user_version = 99"));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The database %s was written by a newer release; use that release, or another file.",
            file());
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Files.writeString(file(), "These are my notes, not a database. ".repeat(100));
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The database %s is damaged or no SQLite database; put a backup in its place or move it"
                + " away.",
            file());
    assertThat(file()).content().startsWith("These are my notes");
  }

  @Test
  void tellsThatTheDiskIsFull() {
    try (Store store = open()) {
      pragma(store, "max_page_count = 60");
      assertThatThrownBy(
              () ->
                  IntStream.range(0, 1000)
                      .forEach(i -> store.write(session -> insert(session, "x".repeat(4000)))))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "The database %s cannot grow, the disk is full; make room, nothing that was answered is"
                  + " lost.",
              file());
      assertThat(store.check()).isEmpty();
      pragma(store, "max_page_count = 100000");
      assertThat(insert(store, "a")).as("written once there is room again").isNotNull();
    }
  }

  @Test
  void tellsNothingOfWhatItShouldHaveWritten() {
    try (Store store = open()) {
      assertThatThrownBy(
              () ->
                  store.write(
                      session ->
                          session
                              .handle()
                              .createUpdate("insert into nowhere values (:value)")
                              .bind("value", "private")
                              .execute()))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("The database %s failed: [SQLITE_ERROR]", file())
          .hasMessageEndingWith("(no such table: nowhere)")
          .hasMessageNotContaining("private");
    }
  }

  @Test
  void tellsThatTheFileIsReadOnly() throws Exception {
    try (Store store = open()) {
      try (Connection writer = store.dataSource().getConnection();
          Statement statement = writer.createStatement()) {
        statement.execute("pragma query_only = true");
      }
      assertThatThrownBy(() -> insert(store, "a"))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "The database %s is read-only; make the file and its folder writable for this user.",
              file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/db",
        "assistants.db",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:"
      })
  void refusesOtherDatabases(String url) {
    assertThatThrownBy(() -> Store.open(url))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "'%s' is no database that can be used; an example is jdbc:sqlite:/data/assistants.db",
            url);
  }

  @Test
  void tellsThatAFolderCannotBeMade() throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");
    Path file = blocked.resolve("assistants.db");
    assertThatThrownBy(() -> Store.open("jdbc:sqlite:" + file))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The database %s cannot be opened; check that file and folder are there, and readable and"
                + " writable for this user.",
            file);
  }

  @ParameterizedTest
  @CsvSource({
    "messages, thread_id, messages_of_thread",
    "runs, thread_id, runs_of_thread",
    "run_steps, run_id, steps_of_run"
  })
  void listsByAnIndexSoThatLongListsAreAsQuick(String table, String parent, String index) {
    try (Store store = open()) {
      String plan =
          store.read(
              session ->
                  session
                      .handle()
                      .createQuery(
                          ("explain query plan select body from %s where tenant = 't' and %s = 'p' and"
                                  + " deleted_at is null and seq < 9 order by seq desc limit 21")
                              .formatted(table, parent))
                      .map((row, context) -> row.getString("detail"))
                      .list()
                      .toString());
      assertThat(plan).contains("SEARCH").contains(index).doesNotContain("TEMP B-TREE");
    }
  }

  private Path file() {
    return folder.resolve("assistants.db");
  }

  private Store open() {
    return Store.open("jdbc:sqlite:" + file());
  }

  private static String pragma(Store store, String pragma) {
    return store.write(
        session -> session.handle().createQuery("pragma " + pragma).mapTo(String.class).one());
  }

  private static String insert(Store store, String tenant) {
    return store.write(
        session -> assistants(session, tenant).insert(1, new JsonObject(), Map.of()).id());
  }

  private static String insert(Session session, String text) {
    JsonObject body = new JsonObject();
    body.addProperty("name", text);
    return assistants(session, "a").insert(1, body, Map.of()).id();
  }

  private static ObjectTable assistants(Session session, String tenant) {
    return session.of(tenant, Table.ASSISTANTS);
  }
}
