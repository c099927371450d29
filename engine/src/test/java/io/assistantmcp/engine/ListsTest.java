package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.engine.LocalApi.Answer;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.model.OutputItem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** All lists, of objects that were created within one second. */
class ListsTest {

  private static final int COUNT = 23;
  private static final String NONE = " [null, null]";

  private static final Clock STANDING =
      Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);

  private static LocalApi api;
  private static final Map<ObjectKind, Made> MADE = new EnumMap<>(ObjectKind.class);

  /** A list, and what is in it, oldest first. */
  private record Made(String path, List<String> ids) {

    String last() {
      return ids.get(ids.size() - 1);
    }
  }

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    ScriptedModel model = new ScriptedModel();
    api = new TestEngine(folder).model(model).clock(STANDING).open();
    List<String> assistants =
        ids(() -> api.post("/assistants", "{\"model\":\"m\"}")); // the conversation's is one more
    Conversation talk = Conversation.on(api);
    assistants.add(talk.assistant());
    MADE.put(ObjectKind.ASSISTANT, new Made("/assistants", assistants));

    String silent = api.post("/threads", "{}").id();
    String messages = "/threads/" + silent + "/messages";
    MADE.put(
        ObjectKind.MESSAGE,
        new Made(
            messages, ids(() -> api.post(messages, "{\"role\":\"user\",\"content\":\"Hi\"}"))));

    OutputItem[] many =
        IntStream.range(0, COUNT).mapToObj(i -> message("m" + i)).toArray(OutputItem[]::new);
    model.then(completes(many));
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      runs.add(talk.start("").id());
      talk.settled(runs.get(i));
    }
    MADE.put(ObjectKind.RUN, new Made(talk.path() + "/runs", runs));
    String steps = talk.path(runs.get(0)) + "/steps";
    MADE.put(ObjectKind.RUN_STEP, new Made(steps, api.get(steps + "?limit=100&order=asc").ids()));
  }

  private static Made made(ObjectKind kind) {
    return Objects.requireNonNull(MADE.get(kind));
  }

  private static List<String> ids(Supplier<Answer> create) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      ids.add(create.get().id());
    }
    return ids;
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "THREAD")
  void givesTheNewestTwentyUnlessAskedForOthers(ObjectKind kind) {
    Made made = made(kind);
    List<String> newest = new ArrayList<>(made.ids());
    Collections.reverse(newest);
    assertPage(api.get(made.path()), newest.subList(0, 20), true);
    assertPage(api.get(made.path() + "?order=desc&limit=100"), newest, false);
    assertPage(api.get(made.path() + "?order=asc&limit=1"), made.ids().subList(0, 1), true);
    int all = made.ids().size();
    assertPage(api.get(made.path() + "?limit=" + all), newest, false);
    assertPage(api.get(made.path() + "?limit=" + (all - 1)), newest.subList(0, all - 1), true);
    assertPage(api.get(made.path() + "?order=asc&after=" + made.last()), List.of(), false);
  }

  /** Any part of a list, as another program would find it. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "THREAD")
  void givesThePartThatIsAskedFor(ObjectKind kind) {
    Made made = made(kind);
    Random random = new Random(kind.ordinal());
    for (int i = 0; i < 150; i++) {
      boolean ascending = random.nextBoolean();
      int limit = 1 + random.nextInt(made.ids().size() + 2);
      String after = random.nextBoolean() ? null : any(made, random);
      String before = random.nextBoolean() ? null : any(made, random);
      List<String> rest = new ArrayList<>(made.ids());
      if (!ascending) {
        Collections.reverse(rest);
      }
      if (before != null) {
        rest = rest.subList(0, rest.indexOf(before));
      }
      if (after != null) {
        rest = rest.subList(Math.min(rest.size(), place(made, after, ascending) + 1), rest.size());
      }
      int size = Math.min(limit, rest.size());
      // Before a cursor alone, the page is the one that ends there.
      int from = before != null && after == null ? rest.size() - size : 0;
      String query =
          "?limit=%d&order=%s%s%s"
              .formatted(
                  limit,
                  ascending ? "asc" : "desc",
                  cursor("after", after),
                  cursor("before", before));
      assertPage(api.get(made.path() + query), rest.subList(from, from + size), rest.size() > size);
    }
  }

  private static int place(Made made, String id, boolean ascending) {
    int place = made.ids().indexOf(id);
    return ascending ? place : made.ids().size() - 1 - place;
  }

  private static String any(Made made, Random random) {
    return made.ids().get(random.nextInt(made.ids().size()));
  }

  private static String cursor(String name, @Nullable String id) {
    return id == null ? "" : "&" + name + "=" + id;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "THREAD")
  void refusesWhatIsNoPartOfIt(ObjectKind kind) {
    String path = made(kind).path();
    for (String cursor : List.of("after", "before")) {
      String unknown = kind.newId();
      assertThat(api.get(path + "?" + cursor + "=" + unknown).error())
          .isEqualTo(kind.notFound(unknown).status() + " " + kind.notFound(unknown).text() + NONE);
      String other = kind == ObjectKind.RUN ? "step_a" : "run_a";
      String prefix = kind.newId().split("_")[0];
      assertThat(api.get(path + "?" + cursor + "=" + other).error())
          .isEqualTo(
              "400 Invalid '%s': '%s'. Expected an ID that begins with '%s'. [%s, invalid_value]"
                  .formatted(cursor, other, prefix, cursor));
    }
    assertThat(api.get(path + "?limit=0").error())
        .isEqualTo(
            "400 Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0"
                + " instead. [limit, integer_below_min_value]");
    for (int limit : List.of(101, 200)) {
      assertThat(api.get(path + "?limit=" + limit).error())
          .isEqualTo(
              ("400 Invalid 'limit': integer above maximum value. Expected a value <= 100, but got %d"
                      + " instead. [limit, integer_above_max_value]")
                  .formatted(limit));
    }
    assertThat(api.get(path + "?order=newest").error())
        .isEqualTo(
            "400 Invalid value: 'newest'. Supported values are: 'asc' and 'desc'. [order,"
                + " invalid_value]");
  }

  private static void assertPage(Answer page, List<String> ids, boolean more) {
    assertThat(page.ids()).isEqualTo(ids);
    assertThat(page.ok().get("first_id")).isEqualTo(id(ids, 0));
    assertThat(page.ok().get("last_id")).isEqualTo(id(ids, ids.size() - 1));
    assertThat(page.get("has_more").getAsBoolean()).isEqualTo(more);
  }

  private static JsonElement id(List<String> ids, int place) {
    return ids.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(ids.get(place));
  }
}
