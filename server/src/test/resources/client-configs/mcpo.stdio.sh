OPENAI_API_KEY="${OPENAI_API_KEY:?}" uvx --with 'mcp<2' --with 'fastapi<0.145' mcpo --host 127.0.0.1 --port 8000 --api-key "${MCPO_API_KEY:?}" -- '/opt/openai assistant/bin/openai-assistant-mcp'
