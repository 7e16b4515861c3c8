package nl.topfruit.shop.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The addresses of our pages, as they stand in forms, links and redirects: without ".xhtml", a
 * folder's "index" as the folder, and in the shop with the token of the session in the path ({@code
 * /shop/⟨token⟩/product}). A form posts to the address of the page it stands on with its query
 * string, so that the page bean finds its parameters again.
 */
public class PageAddresses extends ViewHandlerWrapper {
  /**
   * Request attribute under which the filter of the shop keeps the token it took out of the path.
   */
  public static final String TOKEN = PageAddresses.class.getName() + ".token";

  private static final String WITHOUT_QUERY = PageAddresses.class.getName() + ".withoutQuery";
  private static final String SHOP = "/shop/";

  /** Folders whose pages have their state on the server, in the session of who signed in. */
  private static final List<String> KEEPING = List.of("/portal/", "/office/", "/simulator/");

  private static final String XHTML = ".xhtml";
  private static final String INDEX = "/index";

  public PageAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  /**
   * Pages that keep nothing between two requests are transient from their first moment: a tag in
   * the template would come too late for PrimeFaces, which by then has opened an HTTP session for
   * the nonce of its scripts.
   */
  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot view = super.createView(context, viewId);
    view.setTransient(KEEPING.stream().noneMatch(view.getViewId()::startsWith));
    return view;
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    String address = address(request, viewId);
    boolean here =
        context.getViewRoot() != null && viewId.equals(context.getViewRoot().getViewId());
    if (!here || context.getAttributes().containsKey(WITHOUT_QUERY)) {
      return address;
    }
    String query = LanguageFilter.without(request.getQueryString(), Language.NAME, Notice.NAME);
    return query.isEmpty() ? address : address + "?" + query;
  }

  /** The address of a page, for plain links: {@code #{t:page('/shop/product')}?sku=…}. */
  public static String page(String page) {
    FacesContext context = FacesContext.getCurrentInstance();
    return address((HttpServletRequest) context.getExternalContext().getRequest(), page);
  }

  /** The address of a page as others see it, for what makes links without Faces. */
  public static String address(HttpServletRequest request, String viewId) {
    String page =
        viewId.endsWith(XHTML) ? viewId.substring(0, viewId.length() - XHTML.length()) : viewId;
    if (page.endsWith(INDEX)) {
      page = page.substring(0, page.length() - INDEX.length() + 1);
    }
    if (page.startsWith(SHOP) && request.getAttribute(TOKEN) instanceof String token) {
      page = SHOP + token + page.substring(SHOP.length() - 1);
    }
    return request.getContextPath() + page;
  }

  @Override
  public String getBookmarkableURL(
      FacesContext context,
      String viewId,
      Map<String, List<String>> parameters,
      boolean includeViewParams) {
    context.getAttributes().put(WITHOUT_QUERY, true);
    try {
      return super.getBookmarkableURL(context, viewId, parameters, includeViewParams);
    } finally {
      context.getAttributes().remove(WITHOUT_QUERY);
    }
  }

  @Override
  public String getRedirectURL(
      FacesContext context,
      String viewId,
      Map<String, List<String>> parameters,
      boolean includeViewParams) {
    context.getAttributes().put(WITHOUT_QUERY, true);
    try {
      return super.getRedirectURL(context, viewId, parameters, includeViewParams);
    } finally {
      context.getAttributes().remove(WITHOUT_QUERY);
    }
  }

  /** The language chosen in the footer or the session; what the browser prefers does not count. */
  @Override
  public Locale calculateLocale(FacesContext context) {
    return Language.of((HttpServletRequest) context.getExternalContext().getRequest()).locale();
  }
}
