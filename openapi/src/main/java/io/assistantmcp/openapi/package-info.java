/**
 * The pipeline from an upstream OpenAPI document to the slice this project is generated from.
 *
 * <p>Read the document, select operations, apply the overlay, prune what nothing refers to,
 * validate, write. Every step takes a tree and gives a tree. Validation comes last so that only
 * what will be written is judged, and it reports all it finds at once.
 */
@NullMarked
package io.assistantmcp.openapi;

import org.jspecify.annotations.NullMarked;
