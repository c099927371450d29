/** One tool call: check the arguments, send the request, turn the answer into a result. */
@NullMarked
package io.assistantmcp.server.call;

import org.jspecify.annotations.NullMarked;
