@NullMarked
package io.assistantmcp.engine.store;

import org.jspecify.annotations.NullMarked;
