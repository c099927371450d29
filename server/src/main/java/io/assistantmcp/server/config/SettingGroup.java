package io.assistantmcp.server.config;

import java.util.List;

/**
 * Settings that are about the same.
 *
 * @param title what they are about
 * @param settings in the order in which they are shown
 */
public record SettingGroup(String title, List<Setting> settings) {}
