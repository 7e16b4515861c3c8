package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.commitment.casefile.CaseView;
import nl.topfruit.shop.commitment.casefile.Cases;
import nl.topfruit.shop.connection.traffic.MessageView;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.punchout.console.ConnectionTest;
import nl.topfruit.shop.punchout.console.Diagnosis;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** One message with our answer, as they were kept, and the case that it belongs to. */
@Named("officeMessage")
@RequestScoped
public class MessagePage {
  @Inject private Asked asked;
  @Inject private Traffic traffic;
  @Inject private Cases cases;
  @Inject private ConnectionTest test;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private MessageView message;
  private CaseView belongings;
  private Optional<String> why;

  public MessageView getMessage() {
    if (message == null) {
      message = traffic.message(asked.text("reference"));
    }
    return message;
  }

  public CaseView getBelongings() {
    if (belongings == null) {
      belongings = cases.of(getMessage());
    }
    return belongings;
  }

  /** Why a call-up was refused, in one sentence; null for what was not, or cannot be explained. */
  public String getWhy() {
    if (why == null) {
      why = explained();
    }
    return why.orElse(null);
  }

  private Optional<String> explained() {
    MessageView shown = getMessage();
    boolean refused =
        shown.row().channel() == Message.Channel.OCI_CALL_UP
            && shown.row().failed()
            && shown.row().connectionKey() != null
            && shown.blankedAt() == null
            && !"TOO_MANY".equals(shown.row().outcome());
    if (!refused) {
      return Optional.empty();
    }
    Diagnosis found =
        test.explainRecorded(shown.row().connectionKey(), shown.payload(), shown.row().outcome());
    return Optional.of(
        found.good()
            ? texts.get("office.message.nowGood")
            : found.sentence(Language.of(request).locale()));
  }

  /** The parameters of a call-up or of an order by form, readable; none for the others. */
  public List<RawParameter> getFields() {
    Message.Channel channel = getMessage().row().channel();
    boolean form = channel == Message.Channel.OCI_CALL_UP || channel == Message.Channel.OCI_ORDER;
    return form && !getMessage().payload().startsWith("/")
        ? RawParameter.parse(getMessage().payload(), StandardCharsets.UTF_8)
        : List.of();
  }
}
