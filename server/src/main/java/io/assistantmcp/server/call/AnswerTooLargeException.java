package io.assistantmcp.server.call;

import java.io.IOException;

/** An answer longer than {@link Answer#MAX_MEBIBYTES}. */
final class AnswerTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;
}
