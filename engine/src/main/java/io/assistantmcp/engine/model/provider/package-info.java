/** The models there are: the Responses API, Chat Completions, and an echo without either. */
@NullMarked
package io.assistantmcp.engine.model.provider;

import org.jspecify.annotations.NullMarked;
