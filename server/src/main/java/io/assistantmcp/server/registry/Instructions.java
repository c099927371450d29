package io.assistantmcp.server.registry;

/** What a model is told about the tools as a whole. */
final class Instructions {

  private static final String TEXT =
      """
      These tools are the OpenAI Assistants API. An assistant holds a model, instructions and tools. \
      A thread holds the messages of one conversation. A run lets an assistant answer in a thread.

      The usual way: create_assistant once, create_thread, create_message with the user's words, \
      create_run, then get_run until its status is completed, failed, cancelled, expired, incomplete \
      or requires_action. After completed, list_messages shows the answer, newest first. At \
      requires_action, carry out the function calls named in required_action and send their results \
      with submit_tool_outputs, then go on with get_run. create_thread_and_run does the first steps \
      in one call. list_run_steps shows what a run did.

      A thread takes no new message or run while a run in it is active; wait or use cancel_run. \
      Lists come in pages: pass the answer's last_id as after while has_more is true. Deletions \
      cannot be undone.\
      """;

  private static final String PARTIAL =
      "\n\nOf these tools this server offers only those that are listed.";

  private Instructions() {}

  /** All that can be said of the tools that are served. */
  static String of(ToolSelection selection) {
    boolean partial =
        selection.withheld().stream()
            .anyMatch(withheld -> TEXT.contains(withheld.tool().definition().name()));
    return partial ? TEXT + PARTIAL : TEXT;
  }
}
