/** What a run does: its states, its queue, and the model calls in between. */
@NullMarked
package io.assistantmcp.engine.run;

import org.jspecify.annotations.NullMarked;
