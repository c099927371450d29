/**
 * MCP over HTTP, for many clients at once: {@code /mcp} without or with sessions, {@code /sse} for
 * old clients, and what keeps strangers and floods out.
 *
 * <p>{@link io.assistantmcp.server.http.Front} checks each request and hands it to the {@link
 * io.assistantmcp.server.http.Endpoint} of its path. Posted messages pass the {@link
 * io.assistantmcp.server.http.Inbox}; who waits for an answer is a {@link
 * io.assistantmcp.server.http.PostAnswer} or an event stream. No thread waits for a client: reading
 * and writing are Jetty's asynchronous ones, only calls have threads.
 */
@NullMarked
package io.assistantmcp.server.http;

import org.jspecify.annotations.NullMarked;
