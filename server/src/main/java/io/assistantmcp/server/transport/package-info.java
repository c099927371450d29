/** How messages reach the server. */
@NullMarked
package io.assistantmcp.server.transport;

import org.jspecify.annotations.NullMarked;
