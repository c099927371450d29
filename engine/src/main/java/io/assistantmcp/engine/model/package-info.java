/**
 * What a run asks of a model and what comes of it, in words that belong to no provider: the call,
 * its answer, and how a provider is configured.
 */
@NullMarked
package io.assistantmcp.engine.model;

import org.jspecify.annotations.NullMarked;
