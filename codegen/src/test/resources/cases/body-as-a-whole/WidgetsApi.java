package shop.client;

import okhttp3.Call;

/** What the generated client would offer. */
public final class WidgetsApi {

  public Call paintWidgetCall(String widgetId, byte[] body, Object callback) {
    throw new UnsupportedOperationException();
  }
}
