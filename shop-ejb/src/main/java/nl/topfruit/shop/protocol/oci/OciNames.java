package nl.topfruit.shop.protocol.oci;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Under which names a connection sends its credentials and return address; data of the connection,
 * because OCI leaves the first two free and some systems rename the third. Compared without case.
 *
 * @param username usually {@code USERNAME}
 * @param password usually {@code PASSWORD}
 * @param hook usually {@code HOOK_URL}
 * @param hookUnencoded the system sends its return address unencoded, so that the rest of its query
 *     arrives as parameters of ours: unknown ones that follow it are put back
 */
public record OciNames(
    List<String> username, List<String> password, List<String> hook, boolean hookUnencoded) {

  public static final OciNames STANDARD =
      new OciNames(List.of("USERNAME"), List.of("PASSWORD"), List.of("HOOK_URL"), false);

  public OciNames {
    username = List.copyOf(username);
    password = List.copyOf(password);
    hook = List.copyOf(hook);
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
