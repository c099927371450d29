/**
 * YAML and JSON documents as trees that know where they came from.
 *
 * <p>Every problem anywhere in the pipeline is told the same way: pointer, line, what is wrong, and
 * the cure.
 */
@NullMarked
package io.assistantmcp.openapi.document;

import org.jspecify.annotations.NullMarked;
