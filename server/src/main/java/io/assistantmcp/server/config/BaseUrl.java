package io.assistantmcp.server.config;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules for the URL that all requests start with. */
final class BaseUrl {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|::1");

  private BaseUrl() {}

  static HttpUrl parse(String setting, String value) throws ConfigException {
    HttpUrl url = HttpUrl.parse(value);
    String problem = url == null ? "is not an http or https URL" : problem(url);
    if (url == null || problem != null) {
      throw new ConfigException(
          setting, shown(value) + " " + problem + "; an example is " + Settings.DEFAULT_BASE_URL);
    }
    return url;
  }

  private static @Nullable String problem(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return "must not hold a user or password";
    }
    if (url.query() != null || url.fragment() != null) {
      return "must end with its path, without '?' or '#'";
    }
    if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
      return "would send the key unencrypted; http is only for localhost, use https";
    }
    return null;
  }

  /**
   * What may be repeated of a refused value: neither a password nor a query, which may hold a key.
   */
  private static String shown(String value) {
    return value.replaceFirst("//[^/]*@", "//***@").replaceFirst("[?#].*", "?***").strip();
  }
}
