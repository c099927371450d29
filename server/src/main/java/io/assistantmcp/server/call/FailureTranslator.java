package io.assistantmcp.server.call;

import io.assistantmcp.server.client.MissingApiKeyException;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.tool.ToolDefinition;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says what went wrong when there is no answer to translate. */
final class FailureTranslator {

  private final String place;
  private final long seconds;

  FailureTranslator(ServerConfig config) {
    this.place = config.baseUrl().host() + ":" + config.baseUrl().port();
    this.seconds = config.timeout().toSeconds();
  }

  String translate(Throwable failure, ToolDefinition tool) {
    if (failure instanceof MissingApiKeyException) {
      return "No API key is set, nothing was sent. Set "
          + Settings.API_KEY
          + " in the server's environment or in .env and restart the server.";
    }
    if (failure instanceof AnswerTooLargeException) {
      return "The answer of "
          + place
          + " is larger than "
          + Answer.MAX_MEBIBYTES
          + " MiB. Ask for less, for instance with a smaller limit.";
    }
    if (failure instanceof IOException) {
      return connection((IOException) failure, tool);
    }
    return "The call failed inside this server, before there was an answer. It is an error of the"
        + " server, not of the arguments; please report it with the name of the tool.";
  }

  private String connection(IOException failure, ToolDefinition tool) {
    if (failure instanceof UnknownHostException) {
      return "The host of " + place + " is not known. " + check();
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "No connection to " + place + ": nothing accepts connections there. " + check();
    }
    if (failure instanceof SSLException) {
      return "No TLS connection to "
          + place
          + ": its certificate or protocol is not accepted. "
          + check();
    }
    if (failure instanceof SocketTimeoutException) {
      return connecting(failure)
          ? "No connection to " + place + " within the time allowed. " + check()
          : "No answer from "
              + place
              + " within "
              + seconds
              + " seconds. "
              + Repetition.advice(tool);
    }
    return "The connection to "
        + place
        + " broke before the answer was complete. "
        + Repetition.advice(tool);
  }

  private static boolean connecting(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private static String check() {
    return "Nothing was sent. Check " + Settings.BASE_URL + " and the network.";
  }
}
