/** Where the annotation processor puts the tools. The annotation below is all that triggers it. */
@NullMarked
@GenerateTools(spec = "openapi/assistants.yaml", api = AssistantsApi.class)
package io.assistantmcp.server.tools;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.tool.GenerateTools;
import org.jspecify.annotations.NullMarked;
