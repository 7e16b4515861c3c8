package nl.topfruit.shop.web.faces;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;

/**
 * What a service refuses becomes an answer that a person can use, so that page beans need no try
 * and catch, with and without ajax:
 *
 * <ul>
 *   <li>{@link BusinessRuleViolation}: its sentence at the field it names, else above the page; the
 *       page stays as it was filled in
 *   <li>somebody else changed the same thing meanwhile: a sentence that says so
 *   <li>{@link NotFound}, or a role that one does not have: the page "not found"
 *   <li>a page that was open longer than the session: the page anew, with a sentence that says so
 * </ul>
 *
 * All other exceptions go on to the error page.
 */
public class Refusals extends ExceptionHandlerFactory {

  public Refusals(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Answering(getWrapped().getExceptionHandler());
  }

  private static final class Answering extends ExceptionHandlerWrapper {
    Answering(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        ExceptionQueuedEventContext event = events.next().getContext();
        if (answered(event.getContext(), event)) {
          events.remove();
        }
      }
      getWrapped().handle();
    }

    private static boolean answered(FacesContext context, ExceptionQueuedEventContext event) {
      Throwable thrown = event.getException();
      boolean rendering = PhaseId.RENDER_RESPONSE.equals(context.getCurrentPhaseId());
      if (!rendering && context.getViewRoot() != null) {
        Optional<BusinessRuleViolation> refusal = cause(thrown, BusinessRuleViolation.class);
        if (refusal.isPresent()) {
          tell(context, refusal.get().field(), texts().of(refusal.get()));
          return true;
        }
        if (cause(thrown, OptimisticLockException.class).isPresent()) {
          tell(context, null, texts().get("error.changedMeanwhile"));
          return true;
        }
      }
      if (cause(thrown, ViewExpiredException.class).isPresent()) {
        return openedAnew(context, cause(thrown, ViewExpiredException.class).get().getViewId());
      }
      boolean absent =
          cause(thrown, NotFound.class).isPresent()
              || cause(thrown, EJBAccessException.class).isPresent();
      return absent && !context.getPartialViewContext().isAjaxRequest() && notFound(context);
    }

    private static void tell(FacesContext context, String field, String sentence) {
      Optional<UIInput> at =
          field == null ? Optional.empty() : input(submitted(context.getViewRoot()), field);
      at.ifPresent(input -> input.setValid(false));
      context.addMessage(
          at.map(UIInput::getClientId).orElse(null),
          new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
      context.validationFailed();
      context.renderResponse();
    }

    private static boolean openedAnew(FacesContext context, String viewId) {
      ExternalContext external = context.getExternalContext();
      HttpServletRequest request = (HttpServletRequest) external.getRequest();
      String query = request.getQueryString();
      String address =
          PageAddresses.address(request, viewId)
              + "?"
              + (query == null ? "" : query + "&")
              + "notice=expired";
      try {
        external.redirect(address);
        context.responseComplete();
        return true;
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static boolean notFound(FacesContext context) {
      ExternalContext external = context.getExternalContext();
      if (external.isResponseCommitted()) {
        return false;
      }
      try {
        external.responseReset();
        external.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        context.responseComplete();
        return true;
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (type.isInstance(cause)) {
          return Optional.of(type.cast(cause));
        }
      }
      return Optional.empty();
    }

    /** The form that was sent, or the whole page. */
    private static UIComponent submitted(UIComponent parent) {
      Iterator<UIComponent> children = parent.getFacetsAndChildren();
      while (children.hasNext()) {
        UIComponent child = children.next();
        if (child instanceof UIForm form && form.isSubmitted()) {
          return form;
        }
        UIComponent below = submitted(child);
        if (below instanceof UIForm) {
          return below;
        }
      }
      return parent;
    }

    /**
     * The client id of the input of that name; none in a repeated row, where we do not know which
     * one it was.
     */
    private static Optional<UIInput> input(UIComponent parent, String field) {
      Iterator<UIComponent> children = parent.getFacetsAndChildren();
      while (children.hasNext()) {
        UIComponent child = children.next();
        if (child instanceof UIInput input && field.equals(Field.name(input))) {
          return Optional.of(input);
        }
        boolean repeated =
            child instanceof UIData || child.getClass().getName().endsWith("UIRepeat");
        Optional<UIInput> below = repeated ? Optional.empty() : input(child, field);
        if (below.isPresent()) {
          return below;
        }
      }
      return Optional.empty();
    }

    private static Texts texts() {
      return CDI.current().select(Texts.class).get();
    }
  }
}
