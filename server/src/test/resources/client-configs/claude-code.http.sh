claude mcp add --transport http openai-assistant http://127.0.0.1:8662/mcp --header 'X-OpenAI-API-Key: ${OPENAI_API_KEY}'
