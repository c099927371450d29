/**
 * MCP over stdin and stdout: one message per line, every request answered exactly once, whatever
 * the other lines hold.
 *
 * <p>{@link io.assistantmcp.server.stdio.LineReader} cuts the input into lines, {@link
 * io.assistantmcp.server.stdio.LineParser} tells what each of them is, the {@link
 * io.assistantmcp.server.session.Dispatcher} starts a call for it, and {@link
 * io.assistantmcp.server.stdio.LineWriter} writes the answer.
 */
@NullMarked
package io.assistantmcp.server.stdio;

import org.jspecify.annotations.NullMarked;
