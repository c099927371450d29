/** The HTTP side: the generated client, authorised and pointed at the configured server. */
@NullMarked
package io.assistantmcp.server.client;

import org.jspecify.annotations.NullMarked;
