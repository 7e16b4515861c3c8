package nl.topfruit.shop.web.shop;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.catalog.ProductPicture;
import nl.topfruit.shop.catalog.ProductPictureBook;

/**
 * The pictures of the products, at {@code /picture/⟨hash⟩/⟨sku⟩.svg}: composed once, kept in
 * memory, and the same for everybody.
 */
@WebServlet("/picture/*")
public class ProductPictures extends HttpServlet {
  private static final Pattern PATH =
      Pattern.compile("/([0-9a-f]{1,16})/([A-Za-z0-9_-]{1,20})\\.svg");

  /** More than a catalogue has; beyond it nothing is kept, only composed. */
  private static final int MOST = 2_000;

  private final transient Map<String, Drawing> kept = new ConcurrentHashMap<>();
  @Inject private transient ProductPictureBook book;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String asked = path.group(1);
    Optional<Drawing> drawing = drawing(asked, path.group(2));
    if (drawing.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    drawing.get().send(request, response, asked);
  }

  private Optional<Drawing> drawing(String hash, String sku) {
    Drawing known = kept.get(hash + "/" + sku);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ProductPicture> picture = book.picture(sku);
    picture.ifPresent(
        found -> {
          if (kept.size() < MOST) {
            kept.put(found.hash() + "/" + sku, Drawing.of(found.svg()).as(found.hash()));
          }
        });
    return picture.map(found -> Drawing.of(found.svg()).as(found.hash()));
  }
}
