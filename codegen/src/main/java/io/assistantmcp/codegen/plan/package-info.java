/** The second room: what each tool is, decided before a line of it is written. */
@NullMarked
package io.assistantmcp.codegen.plan;

import org.jspecify.annotations.NullMarked;
