package io.assistantmcp.tool;

/**
 * The HTTP operation behind a tool.
 *
 * @param method the HTTP method, upper case
 * @param path the path template relative to the base URL, such as {@code /threads/{thread_id}}
 * @param answer what a success of it is
 */
public record HttpOperation(String method, String path, AnswerForm answer) {}
