@NullMarked
package io.assistantmcp.engine.api;

import org.jspecify.annotations.NullMarked;
