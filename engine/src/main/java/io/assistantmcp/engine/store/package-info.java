/** Keeps the objects. All SQL is here. */
@NullMarked
package io.assistantmcp.engine.store;

import org.jspecify.annotations.NullMarked;
