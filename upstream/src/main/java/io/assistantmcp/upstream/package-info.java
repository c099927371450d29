/**
 * Follows the upstream document: reads it, compares it with the slice that is there, and replaces
 * what is generated from it, all or nothing.
 *
 * <p>{@code schema} compares schemas, {@code report} collects what has changed for whom, {@code
 * render} writes it down.
 */
@NullMarked
package io.assistantmcp.upstream;

import org.jspecify.annotations.NullMarked;
