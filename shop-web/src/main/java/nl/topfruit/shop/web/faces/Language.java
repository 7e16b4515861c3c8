package nl.topfruit.shop.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages we speak. A request has one: in the shop that of the shopping session, elsewhere
 * that of the cookie the footer sets; Dutch where nothing was chosen. What a request asks for
 * becomes a locale only through {@link #of(String)}.
 */
public enum Language {
  NL,
  EN;

  /** Parameter of the switch in the footer, and name of the cookie that remembers it. */
  public static final String NAME = "lang";

  private static final String CHOSEN = Language.class.getName();

  private final Locale locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));

  public Locale locale() {
    return locale;
  }

  /** "nl", "en". */
  public String code() {
    return locale.getLanguage();
  }

  /** The language of that code, in upper or lower case, if we speak it. */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code().equalsIgnoreCase(code))
        .findFirst();
  }

  /** The language to answer this request in. */
  public static Language of(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Language chosen) {
      return chosen;
    }
    Language language = remembered(request).orElse(NL);
    language.speakIn(request);
    return language;
  }

  /** The language of the page that is being made; Dutch where none is. */
  static Language current() {
    FacesContext context = FacesContext.getCurrentInstance();
    return context == null
        ? NL
        : of((HttpServletRequest) context.getExternalContext().getRequest());
  }

  /** From here on this request is answered in this language. */
  public void speakIn(HttpServletRequest request) {
    request.setAttribute(CHOSEN, this);
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> NAME.equals(cookie.getName()))
        .findFirst()
        .flatMap(cookie -> of(cookie.getValue()));
  }
}
