package shop.client;

import java.math.BigDecimal;
import java.util.List;
import okhttp3.Call;

/** What the generated client would offer. */
public final class WidgetsApi {

  public Call listWidgetsCall(
      String shopId,
      String colour,
      Long limit,
      BigDecimal minPrice,
      List<String> include,
      Boolean sold,
      Object callback) {
    throw new UnsupportedOperationException();
  }

  public Call createWidgetCall(String shopId, byte[] body, Boolean dryRun, Object callback) {
    throw new UnsupportedOperationException();
  }

  public Call deleteWidgetCall(String shopId, String widgetId, Object callback) {
    throw new UnsupportedOperationException();
  }

  public Call touchWidgetCall(String shopId, String widgetId, byte[] body, Object callback) {
    throw new UnsupportedOperationException();
  }
}
