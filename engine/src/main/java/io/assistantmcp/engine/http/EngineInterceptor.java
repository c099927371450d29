package io.assistantmcp.engine.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Answers an HTTP client's requests in this process: the same bytes, and no network. */
public final class EngineInterceptor implements Interceptor {

  private final Function<EngineRequest, EngineResponse> handler;

  public EngineInterceptor(EngineHandler handler) {
    this(handler::handle);
  }

  /**
   * @param handler answers requests, perhaps with an engine that it has to open first
   */
  public EngineInterceptor(Function<EngineRequest, EngineResponse> handler) {
    this.handler = handler;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .names()
        .forEach(
            name ->
                headers.put(name.toLowerCase(Locale.ROOT), request.headers().values(name).get(0)));
    EngineResponse answer =
        handler.apply(
            new EngineRequest(request.method(), request.url(), headers, bytes(request.body())));
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(answer.status())
        .message("")
        .headers(Headers.of(answer.headers()))
        .body(ResponseBody.create(answer.body(), MediaType.get("application/json")))
        .build();
  }

  private static byte[] bytes(@Nullable RequestBody body) throws IOException {
    if (body == null) {
      return new byte[0];
    }
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    return buffer.readByteArray();
  }
}
