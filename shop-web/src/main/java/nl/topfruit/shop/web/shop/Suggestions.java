package nl.topfruit.shop.web.shop;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.account.Choices;
import nl.topfruit.shop.web.security.Visitor;

/**
 * {@code /shop/⟨token⟩/suggest?of=branches&q=…}: what an input offers while one types, a dozen at
 * most, as {@code [{"value", "detail"}]}.
 */
@WebServlet("/shop/suggest")
public class Suggestions extends HttpServlet {
  private static final int LONGEST = 100;

  @Inject private transient Choices choices;
  @Inject private transient Visitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String typed = request.getParameter("q") == null ? "" : request.getParameter("q");
    String cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    JsonArrayBuilder found = Json.createArrayBuilder();
    switch (String.valueOf(request.getParameter("of"))) {
      case "branches" ->
          choices
              .branches(cut, visitor.getShopper().invoicePartyId())
              .forEach(b -> found.add(suggestion(b.label(), b.code())));
      case "cost-centres" ->
          choices.costCentres(cut).forEach(c -> found.add(suggestion(c.label(), "")));
      default -> {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(found.build().toString());
  }

  private static JsonObjectBuilder suggestion(String value, String detail) {
    return Json.createObjectBuilder().add("value", value).add("detail", detail);
  }
}
