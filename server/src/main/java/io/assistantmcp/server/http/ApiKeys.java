package io.assistantmcp.server.http;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.config.CredentialsConfig;
import io.assistantmcp.server.config.KeySource;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The key that a request of an SDK is answered with: the server's own, or else what the SDK sends
 * as its key. That is where a server with a token finds the token; there the key comes in the
 * header that it comes in elsewhere.
 *
 * @param config says whose key it is
 * @param hasToken whether clients have to show a token
 */
record ApiKeys(CredentialsConfig config, boolean hasToken) {

  static final String SCHEME = "Bearer ";

  /**
   * The key of a request, or null if there is none.
   *
   * @throws Refused if it could be read in two ways, or no request could carry it on
   */
  @Nullable ApiKey of(Request request) throws Refused {
    if (config.source() != KeySource.REQUEST) {
      return config.own().key();
    }
    return hasToken ? Caller.of(request).credentials().key() : bearer(request);
  }

  private static @Nullable ApiKey bearer(Request request) throws Refused {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    if (given.isEmpty() || !given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String key = given.get(0).substring(SCHEME.length()).strip();
    if (given.size() > 1 || !Credentials.isSendable(key)) {
      throw new Refused(HttpStatus.BAD_REQUEST_400, "The header Authorization holds no single key");
    }
    return key.isEmpty() ? null : new ApiKey(key);
  }
}
