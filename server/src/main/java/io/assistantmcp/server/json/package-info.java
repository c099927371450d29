/**
 * The JSON of the protocol: the SDK's mapper interface on Gson, without reflection, so that
 * starting costs no time and every number keeps its digits.
 */
@NullMarked
package io.assistantmcp.server.json;

import org.jspecify.annotations.NullMarked;
