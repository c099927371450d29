package io.assistantmcp.server.install;

/** What a configuration is written in, and what Markdown and file names call it. */
public enum Language {
  json,
  toml,
  sh
}
