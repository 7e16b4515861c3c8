package nl.topfruit.shop.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.component.api.InputHolder;
import org.primefaces.component.autocomplete.AutoComplete;

/**
 * {@code <t:field label hint optional>}: a label, the input inside, its hint and its error, tied
 * together for who cannot see them. The input's id is the name of the field: it stands in {@code
 * data-field} on the native control, and a refusal that names it is shown here. Attributes: {@code
 * label}, {@code hint}, {@code optional} (says so behind the label), {@code name} where the field's
 * name is not the input's id, {@code styleClass}.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {
  public static final String TYPE = "nl.topfruit.shop.Field";

  private static final String DATA_FIELD = "data-field";

  @Override
  public String getFamily() {
    return TYPE;
  }

  /** The name of the field that an input is for. */
  static String name(UIInput input) {
    Field field = around(input);
    if (field != null) {
      String name = (String) field.getAttributes().get("name");
      return name == null ? input.getId() : name;
    }
    Object hook = input.getPassThroughAttributes().get(DATA_FIELD);
    return hook == null ? input.getId() : hook.toString();
  }

  private static Field around(UIInput input) {
    for (UIComponent parent = input.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof Field field) {
        return field;
      }
    }
    return null;
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    Optional<UIInput> input = input(this);
    boolean wrong = input.map(i -> !messages(context, i).isEmpty()).orElse(false);
    input.ifPresent(i -> tie(context, i, wrong));

    writer.startElement("div", this);
    writer.writeAttribute("id", getClientId(context), "id");
    writer.writeAttribute(
        "class", "field" + (wrong ? " invalid " : " ") + text("styleClass"), null);
    writer.startElement("label", this);
    if (input.isPresent()) {
      writer.writeAttribute("for", control(context, input.get()), null);
    }
    writer.writeText(text("label"), null);
    if (Boolean.parseBoolean(text("optional"))) {
      writer.writeText(" ", null);
      writer.startElement("span", this);
      writer.writeAttribute("class", "optional", null);
      writer.writeText(CDI.current().select(Texts.class).get().get("field.optional"), null);
      writer.endElement("span");
    }
    writer.endElement("label");
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    String hint = text("hint");
    if (!hint.isEmpty()) {
      writer.startElement("p", this);
      writer.writeAttribute("id", getClientId(context) + "_hint", null);
      writer.writeAttribute("class", "hint", null);
      writer.writeText(hint, null);
      writer.endElement("p");
    }
    Optional<UIInput> input = input(this);
    if (input.isPresent() && !messages(context, input.get()).isEmpty()) {
      writer.startElement("p", this);
      writer.writeAttribute("id", getClientId(context) + "_error", null);
      writer.writeAttribute("class", "error", null);
      for (FacesMessage message : messages(context, input.get())) {
        writer.writeText(message.getSummary(), null);
        message.rendered();
      }
      writer.endElement("p");
    }
    writer.endElement("div");
  }

  private void tie(FacesContext context, UIInput input, boolean wrong) {
    if (input instanceof AutoComplete) {
      return;
    }
    Map<String, Object> attributes = input.getPassThroughAttributes();
    if (text("name").isEmpty()) {
      attributes.putIfAbsent(DATA_FIELD, name(input));
    } else {
      // in a repeated row it is another name each time
      attributes.put(DATA_FIELD, name(input));
    }
    String describedBy = describedBy(context, input);
    set(attributes, "aria-describedby", describedBy.isEmpty() ? null : describedBy);
    if (!(input instanceof InputHolder)) {
      // PrimeFaces writes these itself
      set(attributes, "aria-invalid", wrong ? "true" : null);
      set(attributes, "aria-required", input.isRequired() ? "true" : null);
    }
  }

  /** The ids of hint and error of the field around an input, empty for none. */
  static String describedBy(FacesContext context, UIInput input) {
    Field field = around(input);
    if (field == null) {
      return "";
    }
    String id = field.getClientId(context);
    String hint = field.text("hint").isEmpty() ? "" : id + "_hint ";
    return (hint + (messages(context, input).isEmpty() ? "" : id + "_error")).strip();
  }

  private static void set(Map<String, Object> attributes, String name, String value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  /** The id of the native control, which in some widgets lies inside. */
  private static String control(FacesContext context, UIInput input) {
    return input instanceof InputHolder holder
        ? holder.getInputClientId()
        : input.getClientId(context);
  }

  private static List<FacesMessage> messages(FacesContext context, UIInput input) {
    return context.getMessageList(input.getClientId(context));
  }

  private static Optional<UIInput> input(UIComponent parent) {
    Iterator<UIComponent> children = parent.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent child = children.next();
      Optional<UIInput> found =
          child instanceof UIInput input && child.isRendered() ? Optional.of(input) : input(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private String text(String attribute) {
    Object value = getAttributes().get(attribute);
    return value == null ? "" : value.toString();
  }
}
