/** What is generated in documents: tools, settings, configurations of clients. */
@NullMarked
package io.assistantmcp.server.docs;

import org.jspecify.annotations.NullMarked;
