/**
 * The MCP server. {@link io.assistantmcp.server.Main} reads the settings, builds the client for
 * them, registers every generated tool and serves them until the client hangs up.
 */
@NullMarked
package io.assistantmcp.server;

import org.jspecify.annotations.NullMarked;
