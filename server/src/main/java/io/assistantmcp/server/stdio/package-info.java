/**
 * MCP over stdin and stdout: one message per line, every request answered exactly once, whatever
 * the other lines hold.
 *
 * <p>{@link io.assistantmcp.server.stdio.LineReader} cuts the input into lines, {@link
 * io.assistantmcp.server.stdio.MessageParser} tells what each of them is, {@link
 * io.assistantmcp.server.stdio.Dispatcher} starts a {@link io.assistantmcp.server.stdio.Call} for
 * it, and {@link io.assistantmcp.server.stdio.LineWriter} writes the answer.
 */
@NullMarked
package io.assistantmcp.server.stdio;

import org.jspecify.annotations.NullMarked;
