package nl.topfruit.shop.protocol.oci;

/** What happens to the query of the return address; data of the connection. */
public enum HookHandling {
  /** The whole address is the action of the form. The usual way, and SAP's own example. */
  WHOLE,
  /** The query becomes hidden inputs, the bare address the action (text of OCI 4.0 and 5.0). */
  SPLIT,
  /** Whole address as action and the query as hidden inputs besides. */
  BOTH
}
