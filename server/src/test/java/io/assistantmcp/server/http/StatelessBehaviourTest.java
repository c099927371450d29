package io.assistantmcp.server.http;

final class StatelessBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl, String... settings) throws Exception {
    return new StreamableClient(upstreamUrl, false, settings);
  }
}
