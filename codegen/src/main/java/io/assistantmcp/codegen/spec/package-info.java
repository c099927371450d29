/** The first room: what the document says, resolved and in one dialect of JSON Schema. */
@NullMarked
package io.assistantmcp.codegen.spec;

import org.jspecify.annotations.NullMarked;
