/**
 * The third room: writes planned tools down.
 *
 * <p>All use of JavaPoet is here, so that moving to its successor touches one package.
 */
@NullMarked
package io.assistantmcp.codegen.render;

import org.jspecify.annotations.NullMarked;
