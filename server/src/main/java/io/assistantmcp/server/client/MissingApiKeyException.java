package io.assistantmcp.server.client;

import java.io.IOException;

/** A call was about to leave without a key. */
public final class MissingApiKeyException extends IOException {

  private static final long serialVersionUID = 1L;

  MissingApiKeyException() {
    super("no key");
  }
}
