/**
 * What every transport with sessions does with a message, however it came: tell what it is, start a
 * call for it, abort the call, send its answer to where it is waited for.
 */
@NullMarked
package io.assistantmcp.server.session;

import org.jspecify.annotations.NullMarked;
