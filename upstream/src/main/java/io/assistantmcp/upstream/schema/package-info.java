/** What two schemas differ in, and whom each difference breaks. */
@NullMarked
package io.assistantmcp.upstream.schema;

import org.jspecify.annotations.NullMarked;
