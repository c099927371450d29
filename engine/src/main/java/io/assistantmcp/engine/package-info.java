/**
 * The Assistants API, served from an embedded database and executed on a model API.
 *
 * <p>Packages depend in one direction: {@code api} is used by {@code store} and {@code model},
 * these by {@code run}, all of them by this one, and this one by {@code http}.
 */
@NullMarked
package io.assistantmcp.engine;

import org.jspecify.annotations.NullMarked;
