package io.assistantmcp.server.http;

final class StatefulBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl, String... settings) throws Exception {
    return new StreamableClient(upstreamUrl, true, settings);
  }
}
