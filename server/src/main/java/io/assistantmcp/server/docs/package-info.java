/** The tool table, for people. */
@NullMarked
package io.assistantmcp.server.docs;

import org.jspecify.annotations.NullMarked;
