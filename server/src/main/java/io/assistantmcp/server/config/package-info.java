/** What the server can be told, and where it reads it. */
@NullMarked
package io.assistantmcp.server.config;

import org.jspecify.annotations.NullMarked;
