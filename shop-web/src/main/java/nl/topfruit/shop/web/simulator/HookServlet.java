package nl.topfruit.shop.web.simulator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.demo.SimulatedPurchases;

/**
 * Where the simulated system takes baskets: its HOOK_URL. It reads the raw names, as a strict
 * system does.
 */
@WebServlet("/simulator/hook/*")
public class HookServlet extends HttpServlet {
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  @Inject private SimulatedPurchases purchases;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    String account = path.startsWith("/") ? path.substring(1) : path;
    String body =
        new String(request.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    try {
      Optional<UUID> purchase = purchases.returned(account, body);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location",
          request.getContextPath()
              + purchase
                  .map(id -> "/simulator/purchase?id=" + id)
                  .orElse("/simulator/?account=" + account + "&notice=simulator.nothing"));
    } catch (NotFound e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
