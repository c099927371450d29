/** Requests and answers of the API as bytes, without a server and through an HTTP client. */
@NullMarked
package io.assistantmcp.engine.http;

import org.jspecify.annotations.NullMarked;
