package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.topfruit.shop.web.faces.StaticFiles;

/** Where browsers look for the icon of a page that names none. */
@WebServlet("/favicon.ico")
public class IconServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", StaticFiles.address(request.getServletContext(), "img/icon.svg"));
  }
}
