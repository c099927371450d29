package io.assistantmcp.server.cli;

import java.io.Console;
import java.io.PrintStream;

/** What somebody is told who starts the server by hand, and otherwise would see nothing at all. */
final class TerminalHint {

  static final String TEXT =
      """
      This is an MCP server. It waits for a client's messages on stdin; Ctrl-D ends it.

      Usually a client starts it. What Claude Desktop, Cursor and others need for that is printed by
        openai-assistant-mcp print-config <client>

      Try 'openai-assistant-mcp demo' to see an assistant answer, 'doctor' to check the settings, \
      'tools' to see the tools, 'call' to call one, and --help for all else.""";

  // A client is served by then; and on newer JVMs it takes 15 ms to find out.
  private static final int PAUSE_MILLIS = 200;

  private TerminalHint() {}

  /** Prints the hint, in a while, if there is somebody to read it. */
  static void start(PrintStream err) {
    Thread thread = new Thread(() -> print(err), "hint");
    thread.setDaemon(true);
    thread.start();
  }

  private static void print(PrintStream err) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      return;
    }
    Console console = System.console();
    if (console != null && isTerminal(console)) {
      err.println(TEXT);
    }
  }

  /** Since 22 there may be a console that is no terminal; this compiles for 17. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
