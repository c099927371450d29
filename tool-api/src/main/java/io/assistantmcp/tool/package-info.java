/**
 * The contract between the generated tools and the hand-written server.
 *
 * <p>The generator knows these types by class literal, so renaming one breaks the generator's own
 * build, not the generated code of a user.
 */
@NullMarked
package io.assistantmcp.tool;

import org.jspecify.annotations.NullMarked;
