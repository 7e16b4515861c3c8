package nl.topfruit.shop.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Our own style sheets, scripts, fonts and pictures, at {@code /static/⟨hash⟩/css/shop.css}. The
 * hash is that of all of them together, so a new build is a new address, relative addresses inside
 * a style sheet go on to work, and a browser may keep what it has for ever. An address with another
 * hash (a page from before an update) gets today's file, to be asked for again.
 */
@WebServlet(urlPatterns = "/static/*", loadOnStartup = 1)
public class StaticFiles extends HttpServlet {
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String FOLDER = "/resources/";
  private static final String HASH = StaticFiles.class.getName() + ".hash";
  private static final int HASH_LENGTH = 10;

  @Override
  public void init() throws ServletException {
    ServletContext application = getServletContext();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String path : files(application, FOLDER)) {
        try (InputStream file = application.getResourceAsStream(path)) {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(file.readAllBytes());
        }
      }
      application.setAttribute(
          HASH, HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new ServletException(e);
    }
  }

  private static Set<String> files(ServletContext application, String folder) {
    Set<String> files = new TreeSet<>();
    for (String path : application.getResourcePaths(folder)) {
      if (path.endsWith("/")) {
        files.addAll(files(application, path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    int afterHash = path.indexOf('/', 1);
    String file = afterHash < 0 ? "" : FOLDER + path.substring(afterHash + 1);
    if (file.isEmpty() || file.endsWith("/") || getServletContext().getResource(file) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean current = path.substring(1, afterHash).equals(getServletContext().getAttribute(HASH));
    response.setHeader("Cache-Control", current ? FOR_EVER : "no-cache");
    request.getRequestDispatcher(file).forward(request, response);
  }

  /** The address of one of our files, for pages: {@code #{t:file('css/shop.css')}}. */
  public static String address(String file) {
    return address(
        (ServletContext) FacesContext.getCurrentInstance().getExternalContext().getContext(), file);
  }

  /** The address of a drawing in the set of icons. */
  public static String drawing(String name) {
    return address("img/icons.svg") + "#" + name;
  }

  /** The address of one of our files, for servlets. */
  public static String address(ServletContext application, String file) {
    return application.getContextPath() + "/static/" + application.getAttribute(HASH) + "/" + file;
  }
}
