claude mcp add openai-assistant --env 'OPENAI_API_KEY=${OPENAI_API_KEY}' -- '/opt/openai assistant/bin/openai-assistant-mcp'
