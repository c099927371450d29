package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.http.ProviderHttp;
import io.assistantmcp.engine.model.http.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Chat Completions API, which most servers speak. It has functions, but no tools of its own.
 */
final class ChatModel implements Model {

  private final ModelConfig config;
  private final Capabilities capabilities;
  private final ProviderHttp http;

  ChatModel(ModelConfig config) {
    this.config = config;
    this.capabilities =
        new Capabilities(Api.CHAT, config.place(), false, false, config.unsupported());
    this.http = new ProviderHttp(config);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public ModelAnswer call(ModelRequest request, @Nullable ModelKey key, CancelToken token) {
    Optional<ModelAnswer> objection = Objections.to(request, capabilities);
    if (objection.isPresent()) {
      return objection.get();
    }
    Offer offer = Offer.of(request.tools(), capabilities);
    JsonObject body = ChatRequest.of(request, offer, config.chat());
    Reply reply = http.post("chat/completions", body, request.model(), key, token);
    return reply instanceof Reply.Body answer
        ? ChatAnswer.read(answer.json(), config.place())
        : ((Reply.Failure) reply).failed();
  }
}
