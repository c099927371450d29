/** What people paste to add the server to a client, with placeholders or prompts for secrets. */
@NullMarked
package io.assistantmcp.server.install;

import org.jspecify.annotations.NullMarked;
