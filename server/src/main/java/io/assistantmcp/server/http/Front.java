package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Encoder;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Where all requests arrive. Paths have to be exact. */
final class Front extends Handler.Abstract.NonBlocking {

  private final Map<String, Endpoint> open;
  private final Map<String, Endpoint> guarded;
  private final @Nullable Endpoint api;
  private final HostCheck hosts;
  private final Origins origins;
  private final List<Check> checks;
  private final Encoder encoder;

  /**
   * @param open what is served to everybody, by path
   * @param guarded what is served to those only who pass the checks
   * @param api what is served to them below {@link ApiEndpoint#ROOT}, or null
   * @param checks come after those of hosts and origins, but not before a preflight
   */
  Front(
      Map<String, Endpoint> open,
      Map<String, Endpoint> guarded,
      @Nullable Endpoint api,
      HostCheck hosts,
      Origins origins,
      List<Check> checks,
      Encoder encoder) {
    this.open = open;
    this.guarded = guarded;
    this.api = api;
    this.hosts = hosts;
    this.origins = origins;
    this.checks = checks;
    this.encoder = encoder;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    Exchange exchange =
        new Exchange(
            request, response, callback, encoder, isApi(path) ? Refused::apiBody : Refused::body);
    try {
      serve(exchange, path);
    } catch (Refused e) {
      exchange.refuse(e);
    }
    return true;
  }

  private void serve(Exchange exchange, String path) throws Refused {
    Endpoint endpoint = open.get(path);
    if (endpoint == null) {
      endpoint = guarded(path);
      hosts.pass(exchange.request());
      origins.pass(exchange.request());
      origins.welcome(exchange);
      if (exchange.method().equals("OPTIONS")) {
        origins.preflight(exchange);
        return;
      }
      for (Check check : checks) {
        check.pass(exchange.request());
      }
    }
    endpoint.serve(exchange);
  }

  private Endpoint guarded(String path) throws Refused {
    Endpoint endpoint = isApi(path) ? api : guarded.get(path);
    if (endpoint == null) {
      throw new Refused(
          HttpStatus.NOT_FOUND_404,
          "Nothing is served at this path; try " + String.join(" or ", guarded.keySet()));
    }
    return endpoint;
  }

  private boolean isApi(String path) {
    return api != null && path.startsWith(ApiEndpoint.ROOT + "/");
  }
}
