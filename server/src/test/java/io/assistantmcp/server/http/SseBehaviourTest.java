package io.assistantmcp.server.http;

final class SseBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl) throws Exception {
    return SseClient.to(upstreamUrl);
  }
}
