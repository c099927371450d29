@NullMarked
package io.assistantmcp.engine.run;

import org.jspecify.annotations.NullMarked;
