package io.assistantmcp.server.http;

final class StdioBehaviourTest extends TransportBehaviour {

  @Override
  Client connect(String upstreamUrl) throws Exception {
    return new StdioClient(upstreamUrl);
  }
}
