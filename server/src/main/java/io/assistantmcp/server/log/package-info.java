/**
 * The log: SLF4J's calls become lines of text or JSON on stderr or in a file. Standard output is
 * the protocol's, and libraries stay silent.
 */
@NullMarked
package io.assistantmcp.server.log;

import org.jspecify.annotations.NullMarked;
