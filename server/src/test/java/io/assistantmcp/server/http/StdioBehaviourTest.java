package io.assistantmcp.server.http;

final class StdioBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl, String... settings) throws Exception {
    return new StdioClient(upstreamUrl, settings);
  }
}
