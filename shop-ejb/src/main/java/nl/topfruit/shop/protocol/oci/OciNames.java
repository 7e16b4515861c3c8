package nl.topfruit.shop.protocol.oci;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Under which names a connection sends what OCI leaves free: its credentials, and whatever else its
 * system knows; data of the connection. Every list holds names for the same thing, the usual one
 * first, compared without case.
 *
 * @param username usually {@code USERNAME}; at least one
 * @param password usually {@code PASSWORD}; at least one
 * @param hook usually {@code HOOK_URL}; at least one
 * @param hookUnencoded the system sends its return address unencoded, so that the rest of its query
 *     arrives as parameters of ours: unknown ones that follow it are put back
 * @param cancel where a round without a basket goes ({@code OCICANCEL}); usually none
 * @param ordererEmail e-mail address of the person who shops; none where the system does not say
 * @param ordererName his name
 * @param ordererPhone his telephone number
 */
public record OciNames(
    List<String> username,
    List<String> password,
    List<String> hook,
    boolean hookUnencoded,
    List<String> cancel,
    List<String> ordererEmail,
    List<String> ordererName,
    List<String> ordererPhone) {

  public static final OciNames STANDARD =
      new OciNames(List.of("USERNAME"), List.of("PASSWORD"), List.of("HOOK_URL"), false);

  /**
   * @throws IllegalArgumentException without a name for user, password or return address
   */
  public OciNames {
    username = stripped(username);
    password = stripped(password);
    hook = stripped(hook);
    cancel = stripped(cancel);
    ordererEmail = stripped(ordererEmail);
    ordererName = stripped(ordererName);
    ordererPhone = stripped(ordererPhone);
    if (username.isEmpty() || password.isEmpty() || hook.isEmpty()) {
      throw new IllegalArgumentException(
          "No name for the user, the password or the return address");
    }
  }

  private static List<String> stripped(List<String> names) {
    return names.stream().map(String::strip).toList();
  }

  /** Credentials and return address only. */
  public OciNames(
      List<String> username, List<String> password, List<String> hook, boolean hookUnencoded) {
    this(username, password, hook, hookUnencoded, List.of(), List.of(), List.of(), List.of());
  }

  /** The names that are for the same thing, thing by thing. */
  public List<List<String>> aliases() {
    return List.of(username, password, hook, cancel, ordererEmail, ordererName, ordererPhone);
  }

  /**
   * Every name that any connection uses: to read the user name of a call-up whose connection is not
   * yet known.
   */
  public static OciNames union(Collection<OciNames> connections) {
    LinkedHashSet<String> username = new LinkedHashSet<>(STANDARD.username);
    LinkedHashSet<String> password = new LinkedHashSet<>(STANDARD.password);
    LinkedHashSet<String> hook = new LinkedHashSet<>(STANDARD.hook);
    for (OciNames names : connections) {
      username.addAll(names.username);
      password.addAll(names.password);
      hook.addAll(names.hook);
    }
    return new OciNames(
        new ArrayList<>(username), new ArrayList<>(password), new ArrayList<>(hook), false);
  }
}
