package io.assistantmcp.engine.model;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules for the URL that all requests to a provider start with. */
public final class ProviderUrl {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|::1");

  private ProviderUrl() {}

  /**
   * @param allowHttp whether http may leave this machine
   * @throws IllegalArgumentException saying what is wrong, without what may be secret in the value
   */
  public static HttpUrl parse(String value, boolean allowHttp) {
    HttpUrl url = HttpUrl.parse(value);
    String problem = url == null ? "is not an http or https URL" : problem(url, allowHttp);
    if (url == null || problem != null) {
      throw new IllegalArgumentException(
          "'%s' %s; an example is %s".formatted(shown(value), problem, ModelConfig.OPENAI));
    }
    return url;
  }

  private static @Nullable String problem(HttpUrl url, boolean allowHttp) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return "must not hold a user or password";
    }
    if (url.query() != null || url.fragment() != null) {
      return "must end with its path, without '?' or '#'";
    }
    if (!url.isHttps() && !allowHttp && !LOOPBACK.matcher(url.host()).matches()) {
      return "would send key and conversation unencrypted; http is only for localhost";
    }
    return null;
  }

  private static String shown(String value) {
    return value.strip().replaceFirst("//[^/]*@", "//***@").replaceFirst("(?s)[?#].*", "?***");
  }
}
