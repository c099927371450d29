/** What has changed between two slices: for users of the tools, and in each operation. */
@NullMarked
package io.assistantmcp.upstream.report;

import org.jspecify.annotations.NullMarked;
