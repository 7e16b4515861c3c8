package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.connection.traffic.MessageView;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.web.faces.Asked;

/** One message with our answer, as they were kept. */
@Named("officeMessage")
@RequestScoped
public class MessagePage {
  @Inject private Asked asked;
  @Inject private Traffic traffic;

  private MessageView message;

  public MessageView getMessage() {
    if (message == null) {
      message = traffic.message(asked.text("reference"));
    }
    return message;
  }
}
