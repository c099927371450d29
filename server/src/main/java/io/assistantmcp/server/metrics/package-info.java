/** What is counted and measured of calls. */
@NullMarked
package io.assistantmcp.server.metrics;

import org.jspecify.annotations.NullMarked;
