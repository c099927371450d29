package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Incoming.Refusal;
import io.assistantmcp.server.session.MessageParser;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes posted messages in. What is no message it answers itself. */
final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Who knows what to do with a message. */
  interface Receiver {

    /**
     * Takes a message, on a thread that may wait.
     *
     * @throws Refused if it does not
     */
    void receive(Incoming message) throws Refused;
  }

  private final MessageParser parser;
  private final Encoder encoder;
  private final Body.Limits limits;
  private final Executor executor;

  /**
   * @param limits of what is read
   * @param executor runs what messages ask for
   */
  Inbox(MessageParser parser, Encoder encoder, Body.Limits limits, Executor executor) {
    this.parser = parser;
    this.encoder = encoder;
    this.limits = limits;
    this.executor = executor;
  }

  /**
   * Reads a message and hands it on.
   *
   * @throws Refused if it is not posted as JSON
   */
  void receive(Exchange exchange, Receiver receiver) throws Refused {
    if (!exchange.method().equals("POST")) {
      throw Refused.method("POST");
    }
    if (!isJson(exchange.header(HttpHeader.CONTENT_TYPE.asString()))) {
      throw new Refused(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Content-Type must be application/json");
    }
    new Body(exchange, limits, body -> executor.execute(() -> deliver(exchange, body, receiver)))
        .read();
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && Accept.withoutParameters(type).equalsIgnoreCase(Exchange.JSON);
  }

  private void deliver(Exchange exchange, byte[] body, Receiver receiver) {
    try {
      Incoming message =
          body.length == 0 ? Refusal.parseError("the body is empty") : parser.parse(body);
      if (message instanceof Refusal refusal && !isAnswer(refusal)) {
        byte[] json = encoder.json(refusal.answer());
        exchange.answer(HttpStatus.BAD_REQUEST_400, Exchange.JSON, json);
      } else {
        receiver.receive(message);
      }
    } catch (Refused e) {
      exchange.refuse(e);
    } catch (RuntimeException | Error e) {
      LOG.error("A message could not be handled: {}", e.getClass().getName());
      exchange.refuse(new Refused(HttpStatus.INTERNAL_SERVER_ERROR_500, "Internal error"));
    }
  }

  /** That params do not fit is the answer to a message which is a request. */
  private static boolean isAnswer(Refusal refusal) {
    return refusal.code() == McpSchema.ErrorCodes.INVALID_PARAMS;
  }
}
