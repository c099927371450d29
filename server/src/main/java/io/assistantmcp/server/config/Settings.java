package io.assistantmcp.server.config;

import java.util.List;

/**
 * All settings. The tables of {@code docs/settings.md} and {@code --help} are made from this list.
 */
public final class Settings {

  /** The setting with the key for upstream calls. */
  public static final String API_KEY = "OPENAI_API_KEY";

  /** The variable with the key of the only client, where clients bring their own. */
  public static final String HEADER_VARIABLE = "HTTP_HEADER_X_OPENAI_API_KEY";

  /** The setting that says where assistants live. */
  public static final String BACKEND = "ASSISTANTS_BACKEND";

  /** The setting with the file that they live in. */
  public static final String DATABASE = "ASSISTANTS_DATABASE";

  /** The setting with the API that models are asked in. */
  public static final String MODEL_API = "MODEL_API";

  /** The setting with the provider of models. */
  public static final String MODEL_URL = "MODEL_BASE_URL";

  /** The setting with the provider's key. */
  public static final String MODEL_KEY = "MODEL_API_KEY";

  /** The setting with the URL of the server to call. */
  public static final String BASE_URL = "OPENAI_BASE_URL";

  /** The setting with the way in which clients reach the server. */
  public static final String TRANSPORT = "TRANSPORT";

  /** The setting with the groups of tools that are served. */
  public static final String TOOLSETS = "TOOLSETS";

  /** The setting with single tools that are served. */
  public static final String TOOLS = "TOOLS";

  /** The setting with tools that are not served. */
  public static final String EXCLUDE_TOOLS = "EXCLUDE_TOOLS";

  /** The setting that serves only tools that change nothing. */
  public static final String READ_ONLY = "READ_ONLY";

  /** The settings that choose tools, which is all that a command needs to list them. */
  public static final SettingGroup OF_TOOLS = ToolsSettings.GROUP;

  /** In the order in which they are shown. */
  public static final List<SettingGroup> GROUPS =
      List.of(
          CredentialsSettings.GROUP,
          ToolsSettings.GROUP,
          AssistantsSettings.GROUP,
          ModelSettings.GROUP,
          UpstreamSettings.GROUP,
          HttpSettings.GROUP,
          LogSettings.GROUP);

  /** All of them, without their groups. */
  public static final List<Setting> ALL =
      GROUPS.stream().flatMap(group -> group.settings().stream()).toList();

  private Settings() {}
}
