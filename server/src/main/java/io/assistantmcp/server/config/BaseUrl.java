package io.assistantmcp.server.config;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules for the URL that all requests start with. */
final class BaseUrl {

  private static final String EXAMPLE = "http://localhost:8080/v1";

  private BaseUrl() {}

  static HttpUrl parse(Setting setting, String value, boolean allowHttp) throws ConfigException {
    HttpUrl url = HttpUrl.parse(value);
    String problem = url == null ? "is not an http or https URL" : problem(url, allowHttp);
    if (url == null || problem != null) {
      throw new ConfigException(
          setting.name(),
          shown(value)
              + " "
              + problem
              + "; an example is "
              + (setting.initial().isEmpty() ? EXAMPLE : setting.initial()));
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
    if (!url.isHttps() && !allowHttp && !Loopback.includes(url.host())) {
      return "would send the key unencrypted; http is only for localhost, use https or --allow-http";
    }
    return null;
  }

  /**
   * What may be repeated of a refused value: neither a password nor a query, which may hold a key.
   */
  private static String shown(String value) {
    return ConfigException.shown(
        value.strip().replaceFirst("//[^/]*@", "//***@").replaceFirst("(?s)[?#].*", "?***"));
  }
}
