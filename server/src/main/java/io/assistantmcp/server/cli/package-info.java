/** The command line, for everything but the plain start. */
@NullMarked
package io.assistantmcp.server.cli;

import org.jspecify.annotations.NullMarked;
