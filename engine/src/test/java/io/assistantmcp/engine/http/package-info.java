@NullMarked
package io.assistantmcp.engine.http;

import org.jspecify.annotations.NullMarked;
