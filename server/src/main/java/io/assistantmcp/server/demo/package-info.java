/** Shows that all of it works: a client of our own, on the server as a process of its own. */
@NullMarked
package io.assistantmcp.server.demo;

import org.jspecify.annotations.NullMarked;
