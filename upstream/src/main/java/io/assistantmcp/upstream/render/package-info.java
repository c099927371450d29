/** Writes a report down, for people and for programs. */
@NullMarked
package io.assistantmcp.upstream.render;

import org.jspecify.annotations.NullMarked;
