package nl.topfruit.shop.web.faces;

import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.primefaces.component.autocomplete.AutoCompleteRenderer;

/**
 * An autocomplete whose native input carries the name of its field and points at its hint and
 * error; PrimeFaces writes pass-through attributes to other elements of it.
 */
public class SuggestRenderer extends AutoCompleteRenderer {

  @Override
  protected void renderAccessibilityAttributes(
      FacesContext context, UIInput component, boolean disabled, boolean readonly)
      throws IOException {
    super.renderAccessibilityAttributes(context, component, disabled, readonly);
    context.getResponseWriter().writeAttribute("data-field", Field.name(component), null);
    String describedBy = Field.describedBy(context, component);
    if (!describedBy.isEmpty()) {
      context.getResponseWriter().writeAttribute("aria-describedby", describedBy, null);
    }
  }
}
