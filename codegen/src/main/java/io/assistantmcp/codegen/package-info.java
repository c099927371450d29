/**
 * Makes one MCP tool per operation of an OpenAPI document while javac compiles.
 *
 * <p>Three rooms: {@code spec} reads the document, {@code plan} decides what each tool is, {@code
 * render} writes it down. {@link io.assistantmcp.codegen.ToolGenerator} joins them and knows no
 * compiler; {@link io.assistantmcp.codegen.ToolProcessor} is the compiler's shell and knows neither
 * OpenAPI nor JavaPoet.
 */
@NullMarked
package io.assistantmcp.codegen;

import org.jspecify.annotations.NullMarked;
