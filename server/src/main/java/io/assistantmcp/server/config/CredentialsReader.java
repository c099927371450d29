package io.assistantmcp.server.config;

/** Reads whose key calls are made with. */
final class CredentialsReader {

  private CredentialsReader() {}

  /** With passthrough the server's own key is not even looked at. */
  static CredentialsConfig read(Values values, Transport transport) throws ConfigException {
    if (!values.isTrue(CredentialsSettings.PASSTHROUGH)) {
      return new CredentialsConfig(
          KeySource.SETTING,
          credentials(
              values,
              CredentialsSettings.KEY,
              CredentialsSettings.ORGANIZATION,
              CredentialsSettings.PROJECT));
    }
    return transport.isHttp()
        ? new CredentialsConfig(KeySource.REQUEST, Credentials.NONE)
        : new CredentialsConfig(
            KeySource.VARIABLE,
            credentials(
                values,
                CredentialsSettings.CLIENT_KEY,
                CredentialsSettings.CLIENT_ORGANIZATION,
                CredentialsSettings.CLIENT_PROJECT));
  }

  private static Credentials credentials(
      Values values, Setting key, Setting organization, Setting project) throws ConfigException {
    return Credentials.of(
        values.secret(key),
        values.text(organization, Credentials.SENDABLE.asMatchPredicate()),
        values.text(project, Credentials.SENDABLE.asMatchPredicate()));
  }
}
