@NullMarked
package io.assistantmcp.engine.document;

import org.jspecify.annotations.NullMarked;
