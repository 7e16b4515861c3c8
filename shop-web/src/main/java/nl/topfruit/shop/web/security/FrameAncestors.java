package nl.topfruit.shop.web.security;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.topfruit.shop.ordering.SessionIdentity;

/** The hosts of a connection as sources of a content policy. */
final class FrameAncestors {
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]+(:[0-9]{1,5})?");

  private FrameAncestors() {}

  /**
   * Any port where the connection names none; plain http only where it may be used. Nothing that is
   * no host name comes through.
   */
  static Set<String> of(SessionIdentity shopper) {
    Set<String> sources = new TreeSet<>();
    if (shopper.punchout()) {
      // our own staff try a connection in a frame of our own, also one that has no hosts yet
      sources.add(ContentPolicy.SELF);
    }
    for (String host : shopper.frameAncestors()) {
      if (HOST.matcher(host).matches()) {
        String any = host.contains(":") ? host : host + ":*";
        sources.add("https://" + any);
        if (shopper.plainHttpAllowed()) {
          sources.add("http://" + any);
        }
      }
    }
    return sources;
  }
}
