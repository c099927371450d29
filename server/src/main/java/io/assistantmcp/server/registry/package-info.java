/** Which tools there are, in the words of MCP. */
@NullMarked
package io.assistantmcp.server.registry;

import org.jspecify.annotations.NullMarked;
