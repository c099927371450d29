@NullMarked
package io.assistantmcp.engine;

import org.jspecify.annotations.NullMarked;
