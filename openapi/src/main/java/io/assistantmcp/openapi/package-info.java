/**
 * The pipeline from an upstream OpenAPI document to the slice this project is generated from.
 *
 * <p>Read the document, strip its prose, select operations, apply the overlay, prune what nothing
 * refers to, validate, write. Every step changes one tree and goes on after a problem, so that all
 * problems are told at once. Validation comes last so that only what will be written is judged.
 */
@NullMarked
package io.assistantmcp.openapi;

import org.jspecify.annotations.NullMarked;
