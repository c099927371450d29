package io.assistantmcp.server.http;

final class SseBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl, String... settings) throws Exception {
    return SseClient.to(upstreamUrl, settings);
  }
}
