package io.assistantmcp.openapi.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one object in a file that people write. A field that is missing, of another type or
 * unknown is a problem; reading goes on with an empty value.
 */
public final class Fields {

  private static final Pattern ANY_TEXT = Pattern.compile("(?s).*\\S.*");

  private final SpecDocument document;
  private final JsonPointer pointer;
  private final JsonObject object;
  private final Problems problems;

  private Fields(SpecDocument document, JsonPointer pointer, JsonObject object, Problems problems) {
    this.document = document;
    this.pointer = pointer;
    this.object = object;
    this.problems = problems;
  }

  /** The fields of the object at a pointer, or nothing after reporting that there is no object. */
  public static Optional<Fields> at(SpecDocument document, JsonPointer pointer, Problems problems) {
    Optional<JsonElement> value = document.at(pointer);
    if (value.isPresent() && value.get() instanceof JsonObject object) {
      return Optional.of(new Fields(document, pointer, object, problems));
    }
    String message = value.isPresent() ? "is no object" : "is missing";
    problems.add(document.problem(pointer, message, "give a mapping of names to values"));
    return Optional.empty();
  }

  /** A text that is not blank. */
  public String text(String key) {
    return text(key, ANY_TEXT, "a text");
  }

  /**
   * A text of a certain form.
   *
   * @param rule the form in words, as in "give ..."
   */
  public String text(String key, Pattern form, String rule) {
    JsonElement value = object.get(key);
    if (value instanceof JsonPrimitive text
        && text.isString()
        && form.matcher(text.getAsString()).matches()) {
      return text.getAsString();
    }
    report(key, value == null ? "is missing" : "is " + value, "give " + rule);
    return "";
  }

  /** Texts of a certain form; none if the field is not there. */
  public List<String> texts(String key, Pattern form, String rule) {
    List<String> texts = new ArrayList<>();
    JsonElement value = object.get(key);
    if (value instanceof JsonArray elements) {
      for (JsonElement element : elements) {
        if (element instanceof JsonPrimitive text
            && text.isString()
            && form.matcher(text.getAsString()).matches()) {
          texts.add(text.getAsString());
        } else {
          report(key, "has " + element, "give only " + rule);
        }
      }
    } else if (value != null) {
      report(key, "is " + value, "give a list of them, each " + rule);
    }
    return texts;
  }

  public boolean flag(String key) {
    JsonElement value = object.get(key);
    if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
      return flag.getAsBoolean();
    }
    report(key, value == null ? "is missing" : "is " + value, "give true or false");
    return false;
  }

  public boolean has(String key) {
    return object.has(key);
  }

  /** Reports every field that is not one of these. */
  public void allowOnly(String... keys) {
    for (String key : object.keySet()) {
      if (!List.of(keys).contains(key)) {
        report(key, "is an unknown field", "remove it; known are " + String.join(", ", keys));
      }
    }
  }

  public void report(String key, String message, String cure) {
    problems.add(document.problem(pointer.child(key), message, cure));
  }
}
