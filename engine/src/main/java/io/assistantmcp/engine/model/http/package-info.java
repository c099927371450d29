/** JSON over HTTP to a provider: requests, their repetition, and failures in words. */
@NullMarked
package io.assistantmcp.engine.model.http;

import org.jspecify.annotations.NullMarked;
