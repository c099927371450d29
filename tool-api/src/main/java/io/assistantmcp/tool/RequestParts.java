package io.assistantmcp.tool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a request what the generated client leaves out: headers, cookies, lists and objects in
 * the query, forms. An argument that is absent or null adds nothing.
 */
public final class RequestParts {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final ToolArguments arguments;
  private final Request.Builder request;
  private final HttpUrl.Builder url;
  private final String method;

  /**
   * @param arguments the arguments of the tool call
   * @param call what the client made of those that it knows
   */
  public RequestParts(ToolArguments arguments, Call call) {
    this.arguments = arguments;
    this.request = call.request().newBuilder();
    this.url = call.request().url().newBuilder();
    this.method = call.request().method();
  }

  /** A header. Lists are written with commas, objects as {@code field,value}. */
  public RequestParts header(String argument, String name) {
    Object value = arguments.value(argument);
    if (value != null) {
      request.header(name, sendable(argument, PlainText.joined(value, ",")));
    }
    return this;
  }

  /** A cookie, beside those that the client sends. */
  public RequestParts cookie(String argument, String name) {
    Object value = arguments.value(argument);
    if (value != null) {
      String text = sendable(argument, PlainText.joined(value, ","));
      if (text.matches(".*[;, \"\\\\].*")) {
        throw invalid(argument, "must have no space, comma, semicolon, quote or backslash");
      }
      String others = Objects.requireNonNullElse(request.build().header("Cookie"), "");
      request.header("Cookie", (others.isEmpty() ? "" : others + "; ") + name + "=" + text);
    }
    return this;
  }

  /** A value in the query. */
  public RequestParts query(String argument, String name, ListStyle style) {
    Object value = arguments.value(argument);
    if (value instanceof Map<?, ?> fields && style == ListStyle.DEEP_OBJECT) {
      fields.forEach((field, it) -> add(name + "[" + field + "]", it));
    } else if (value instanceof Map<?, ?> fields && style == ListStyle.EXPLODED) {
      fields.forEach((field, it) -> add(String.valueOf(field), it));
    } else if (value != null && style == ListStyle.EXPLODED) {
      add(name, value);
    } else if (value != null) {
      url.addQueryParameter(name, PlainText.joined(value, style.separator()));
    }
    return this;
  }

  private void add(String name, @Nullable Object value) {
    if (value instanceof List<?> elements) {
      elements.forEach(element -> add(name, element));
    } else if (value != null) {
      url.addQueryParameter(name, PlainText.of(value));
    }
  }

  /**
   * A body of {@code application/x-www-form-urlencoded}: every argument but those elsewhere.
   *
   * @param elsewhere the names that travel elsewhere
   */
  public RequestParts form(String... elsewhere) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    each(arguments.except(elsewhere), (name, value) -> form.add(name, PlainText.of(value)));
    request.method(method, form.build());
    return this;
  }

  /**
   * A body of {@code multipart/form-data}: every argument but those elsewhere.
   *
   * @param files the names of those that are files, whose text is what is in them
   * @param elsewhere the names that travel elsewhere
   */
  public RequestParts multipart(List<String> files, String... elsewhere) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    Map<String, Object> fields = arguments.except(elsewhere);
    each(
        fields,
        (name, value) -> {
          if (files.contains(name)) {
            byte[] content = PlainText.of(value).getBytes(StandardCharsets.UTF_8);
            form.addFormDataPart(name, name, RequestBody.create(content, BYTES));
          } else if (value instanceof Map) {
            byte[] json = PlainText.of(value).getBytes(StandardCharsets.UTF_8);
            form.addFormDataPart(name, null, RequestBody.create(json, JSON));
          } else {
            form.addFormDataPart(name, PlainText.of(value));
          }
        });
    if (fields.isEmpty()) {
      throw new InvalidArgumentException("", "must have at least one field for the form");
    }
    request.method(method, form.build());
    return this;
  }

  private static void each(Map<String, Object> fields, Field field) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof List<?> elements) {
            elements.stream().filter(Objects::nonNull).forEach(it -> field.add(name, it));
          } else {
            field.add(name, value);
          }
        });
  }

  /** The call with all of it. */
  public Call newCall(Call.Factory http) {
    return http.newCall(request.url(url.build()).build());
  }

  private static String sendable(String argument, String text) {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw invalid(argument, "must be one line of ASCII, as headers are");
    }
    return text;
  }

  private static InvalidArgumentException invalid(String argument, String problem) {
    return new InvalidArgumentException(ToolArguments.pointer(argument), problem);
  }

  private interface Field {
    void add(String name, Object value);
  }
}
