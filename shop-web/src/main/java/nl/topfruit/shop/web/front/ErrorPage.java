package nl.topfruit.shop.web.front;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.PageAddresses;
import nl.topfruit.shop.web.faces.Texts;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;

/**
 * What went wrong, as a person should read it: what happened, what to do, and the reference under
 * which we find it in our log. That something exists which he may not see is not told: 403 is shown
 * as 404.
 */
@Named("frontError")
@RequestScoped
public class ErrorPage {
  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

  /** Status to the part of the key of its sentences; all others are "broken". */
  private static final Map<Integer, String> KINDS =
      Map.of(
          HttpServletResponse.SC_BAD_REQUEST,
          "badRequest",
          HttpServletResponse.SC_UNAUTHORIZED,
          "notFound",
          HttpServletResponse.SC_FORBIDDEN,
          "notFound",
          HttpServletResponse.SC_NOT_FOUND,
          "notFound",
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          "badRequest",
          HttpServletResponse.SC_GONE,
          "sessionOver",
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "tooLarge",
          429,
          "tooMany",
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "unavailable");

  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private String kind;
  private String reference;

  /** Finds out what happened and answers with the status that fits. */
  @PostConstruct
  void prepare() {
    int status = status();
    kind = KINDS.getOrDefault(status, "broken");
    if ("broken".equals(kind)) {
      Object known = request.getAttribute(FullAjaxExceptionHandler.EXCEPTION_UUID);
      reference = (known == null ? UUID.randomUUID() : known).toString().substring(0, 8);
      Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.log(Level.SEVERE, "Shown to a person as " + reference + ": status " + status, thrown);
    }
    FacesContext context = FacesContext.getCurrentInstance();
    if (!context.getPartialViewContext().isAjaxRequest()) {
      context.getExternalContext().setResponseStatus(status);
    }
  }

  private int status() {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    for (Throwable cause = (Throwable) thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotFound || cause instanceof EJBAccessException) {
        return HttpServletResponse.SC_NOT_FOUND;
      }
    }
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    return status == HttpServletResponse.SC_FORBIDDEN ? HttpServletResponse.SC_NOT_FOUND : status;
  }

  /** In the shop the error stands in the shop's frame; there nothing else of us may be opened. */
  public String getTemplate() {
    return "/WEB-INF/templates/" + (inShop() ? "shop" : "public") + ".xhtml";
  }

  /** Where to go on from here; null where there is nothing. */
  public String getHome() {
    if (request.getAttribute(SessionIdentity.class.getName()) instanceof SessionIdentity shopper
        && shopper.looksOnly()) {
      return null;
    }
    if (request.getAttribute(PageAddresses.TOKEN) != null) {
      return PageAddresses.address(request, "/shop/index.xhtml");
    }
    return inShop() ? null : request.getContextPath() + "/";
  }

  public String getHomeLabel() {
    return texts.get(inShop() ? "error.shop" : "error.home");
  }

  private boolean inShop() {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String address = asked == null ? request.getRequestURI() : asked.toString();
    return address.startsWith(request.getContextPath() + "/shop/");
  }

  public String getTitle() {
    return texts.get("error." + kind + ".title");
  }

  public String getWhatHappened() {
    return texts.get("error." + kind + ".happened");
  }

  public String getWhatNow() {
    return texts.get("error." + kind + ".now");
  }

  /** Under which we find it in the log; null where nothing is wrong with us. */
  public String getReference() {
    return reference;
  }

  public String getMoment() {
    return Formats.moment(Instant.now());
  }
}
