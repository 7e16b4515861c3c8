package nl.topfruit.shop.web.endpoint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/**
 * An answer to a machine that says what was wrong, as RFC 9457 and CONTRACT have it: {@code
 * application/problem+json} with type, title, detail, reference and, where known, the places.
 *
 * @param status of HTTP
 * @param code part of the keys of its sentences {@code problem.⟨code⟩.title} and {@code .detail},
 *     and the end of its type
 * @param arguments of the detail
 */
record Problem(int status, String code, Object... arguments) {
  static final String TYPE = "application/problem+json";

  /**
   * One thing that was wrong.
   *
   * @param path XPath, or name of the parameter
   */
  record Place(String path, String sentence) {}

  /** What it says in Dutch, for the message log. */
  String inDutch(Texts texts) {
    return texts.with(Language.NL, "problem." + code + ".detail", arguments);
  }

  /**
   * Writes it, in English for those who ask for English.
   *
   * @param reference under which it stands in the message log
   * @return what was written
   */
  byte[] write(
      HttpServletRequest request,
      HttpServletResponse response,
      Texts texts,
      String reference,
      List<Place> places)
      throws IOException {
    Language language = language(request);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:topfruit:problem:" + code)
            .add("title", texts.get(language, "problem." + code + ".title"))
            .add("status", status)
            .add("detail", texts.with(language, "problem." + code + ".detail", arguments))
            .add("reference", reference);
    JsonArrayBuilder errors = Json.createArrayBuilder();
    places.forEach(
        place ->
            errors.add(
                Json.createObjectBuilder()
                    .add("path", place.path())
                    .add("detail", place.sentence())));
    byte[] body = json.add("errors", errors).build().toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", BasicCredentials.CHALLENGE);
    }
    response.setContentType(TYPE);
    response.setHeader("Content-Language", language.code());
    response.getOutputStream().write(body);
    return body;
  }

  private static Language language(HttpServletRequest request) {
    String asked = request.getHeader("Accept-Language");
    return asked != null && asked.strip().regionMatches(true, 0, "en", 0, 2)
        ? Language.EN
        : Language.NL;
  }
}
