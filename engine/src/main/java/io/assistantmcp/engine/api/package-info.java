/** What clients see: ids, errors, and requests checked against the slice. */
@NullMarked
package io.assistantmcp.engine.api;

import org.jspecify.annotations.NullMarked;
