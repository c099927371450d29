package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelConfig.HostedTools;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.http.ProviderHttp;
import io.assistantmcp.engine.model.http.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Responses API, called without any state at the provider. */
final class ResponsesModel implements Model {

  private static final Pattern REASONING =
      Pattern.compile("(o\\d|gpt-([5-9]|[1-9]\\d)(?!\\d))(?!.*chat).*");

  private final ModelConfig config;
  private final Capabilities capabilities;
  private final ProviderHttp http;
  private final Set<String> withoutReasoning = ConcurrentHashMap.newKeySet();

  ResponsesModel(ModelConfig config) {
    boolean hosted =
        config.hostedTools() == HostedTools.ON
            || config.hostedTools() == HostedTools.AUTO && config.isOpenAi();
    this.config = config;
    this.capabilities =
        new Capabilities(Api.RESPONSES, config.place(), hosted, true, config.unsupported());
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
    boolean keepReasoning = reasons(request);
    Reply reply = send(request, keepReasoning, key, token);
    if (keepReasoning && refusesReasoning(reply)) {
      withoutReasoning.add(request.model());
      reply = send(request, false, key, token);
    }
    return reply instanceof Reply.Body body
        ? ResponsesAnswer.read(body.json(), config.place())
        : ((Reply.Failure) reply).failed();
  }

  private Reply send(
      ModelRequest request, boolean keepReasoning, @Nullable ModelKey key, CancelToken token) {
    Offer offer = Offer.of(request.tools(), capabilities);
    JsonObject body = ResponsesRequest.of(request, offer, config.isOpenAi(), keepReasoning);
    return http.post("responses", body, request.model(), key, token);
  }

  /** A guess by the name, which the provider's answer may correct. */
  private boolean reasons(ModelRequest request) {
    boolean likely =
        request.generation().reasoningEffort() != null
            || REASONING.matcher(request.model()).matches();
    return likely && !withoutReasoning.contains(request.model());
  }

  private static boolean refusesReasoning(Reply reply) {
    return reply instanceof Reply.Failure failure
        && failure.failed().kind() == ModelAnswer.Kind.INVALID_PROMPT
        && failure.failed().message().contains("ncrypted");
  }
}
