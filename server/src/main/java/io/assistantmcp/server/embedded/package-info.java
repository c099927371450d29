/**
 * The engine, in this process: opened by the first call that needs it, closed at the end. What is
 * only there for the engine is loaded by nobody else.
 */
@NullMarked
package io.assistantmcp.server.embedded;

import org.jspecify.annotations.NullMarked;
