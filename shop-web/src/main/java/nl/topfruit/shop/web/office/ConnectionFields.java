package nl.topfruit.shop.web.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.mapping.ItemValue;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;
import nl.topfruit.shop.protocol.oci.mapping.ProfileFault;
import nl.topfruit.shop.protocol.oci.mapping.RuleText;
import nl.topfruit.shop.punchout.ReturnPreviews;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** How a customer's system spells things: the form, and what it would post, checked meanwhile. */
@Named("officeConnectionFields")
@RequestScoped
public class ConnectionFields {
  private static final String FUNCTIONS =
      "\"4711\", cut(x, 10), pad(x, 10, \"0\"), table(x, \"a\"=\"1\", else \"2\"), date(delivery-day, \"yyyyMMdd\"), join(\" \", x, y)";

  private final Map<String, Object> of = new HashMap<>();
  private final FormValues form = new FormValues(of);

  @Inject private ConnectionPage page;
  @Inject private ConnectionDesk desk;
  @Inject private ReturnPreviews previews;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private Checked checked;

  /**
   * What is to be said of the form as it stands.
   *
   * @param posted fields as they would be posted; none as long as the form cannot be read
   */
  public record Checked(List<Remark> remarks, List<FormField> posted) {}

  /** One sentence; "bad" stands in the way, "warn" does not. */
  public record Remark(String look, String sentence) {}

  @PostConstruct
  void load() {
    of.putAll(ProfileForm.of(desk.profile(page.getKey())));
    of.put("profile-seen", String.valueOf(page.getView().seen()));
  }

  /** By name of the input. */
  public Map<String, Object> getOf() {
    return of;
  }

  /** The form as it was typed, checked by the very code of a return. */
  public Checked getChecked() {
    if (checked == null) {
      checked = check();
    }
    return checked;
  }

  private Checked check() {
    List<Remark> remarks = new ArrayList<>();
    rules().faults().forEach(fault -> remarks.add(remark(true, fault.sentence(reader()))));
    try {
      OciProfile profile = ProfileForm.read(form, desk.profile(page.getKey()));
      for (ProfileFault fault : profile.faults()) {
        remarks.add(remark(fault.blocking(), fault.sentence(reader())));
      }
      return new Checked(remarks, posted(profile, remarks));
    } catch (BusinessRuleViolation wrong) {
      remarks.add(remark(true, texts.with(wrong.key(), wrong.arguments().toArray())));
      return new Checked(remarks, List.of());
    }
  }

  private List<FormField> posted(OciProfile profile, List<Remark> remarks) {
    if (OciCharset.named(profile.charset()).isEmpty()) {
      return List.of();
    }
    OciReturn preview = previews.of(page.getKey(), profile, reader());
    for (OciReturn.Finding finding : preview.findings()) {
      String sentence =
          texts.with("con.preview.line", finding.item() + 1, finding.sentence(reader()));
      remarks.add(remark(finding.blocking(), sentence));
    }
    remarks.sort(Comparator.comparing(Remark::look));
    return preview.fields();
  }

  private static Remark remark(boolean blocking, String sentence) {
    return new Remark(blocking ? "bad" : "warn", sentence);
  }

  /** Looks again at what was typed; the page shows it. */
  public void look() {
    checked = null;
  }

  /** Keeps what was typed. What cannot be read or would lose lines is not kept. */
  public String save() {
    if (!rules().faults().isEmpty()) {
      throw new BusinessRuleViolation(
          "rules", "connection.profileFault", rules().faults().get(0).sentence(reader()));
    }
    desk.respell(
        page.getKey(),
        form.number("profile-seen"),
        ProfileForm.read(form, desk.profile(page.getKey())),
        form.text("profile-note"),
        reader());
    return page.here("saved");
  }

  private RuleText rules() {
    return RuleText.read(form.text("rules"));
  }

  private Locale reader() {
    return Language.of(request).locale();
  }

  /** What a rule may be made of. */
  public List<Choice> getWords() {
    return Stream.of(ItemValue.values())
        .map(each -> new Choice(each.word(), each.label(reader())))
        .toList();
  }

  /** How values are put together, one of each. */
  public String getFunctions() {
    return FUNCTIONS;
  }

  public List<Choice> getHookHandlings() {
    return Stream.of(HookHandling.values())
        .map(each -> new Choice(each.name(), texts.get("con.hook." + each)))
        .toList();
  }

  public List<Choice> getCancels() {
    return Stream.of(CancelHandling.values())
        .map(each -> new Choice(each.name(), texts.get("con.cancel." + each)))
        .toList();
  }

  public List<Choice> getVersions() {
    return Stream.of(OciProfile.Version.values())
        .map(each -> new Choice(each.name(), "OCI " + each.number()))
        .toList();
  }
}
