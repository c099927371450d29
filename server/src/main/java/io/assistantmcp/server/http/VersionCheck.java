package io.assistantmcp.server.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Refuses protocol versions that are none. Newer ones than we know pass: clients exist that agree
 * on a version and then send the one they would have liked.
 */
final class VersionCheck implements Check {

  private static final String HEADER = "MCP-Protocol-Version";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @Override
  public void pass(Request request) throws Refused {
    for (String version : request.getHeaders().getValuesList(HEADER)) {
      if (!DATE.matcher(version).matches()) {
        throw new Refused(
            HttpStatus.BAD_REQUEST_400, HEADER + " must be a date such as 2025-11-25");
      }
    }
  }
}
