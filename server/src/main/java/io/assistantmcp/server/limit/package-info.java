/** How much the server takes on. */
@NullMarked
package io.assistantmcp.server.limit;

import org.jspecify.annotations.NullMarked;
