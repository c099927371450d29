package shop.client;

import okhttp3.Call;
import okhttp3.OkHttpClient;

/** What the generated client would offer. */
public final class WidgetsApi {

  /** What sends requests. */
  public static final class Client {

    public OkHttpClient getHttpClient() {
      throw new UnsupportedOperationException();
    }
  }

  public Client getApiClient() {
    throw new UnsupportedOperationException();
  }

  public Call paintWidgetCall(String widgetId, Object callback) {
    throw new UnsupportedOperationException();
  }
}
