package nl.topfruit.shop.protocol.oci;

/**
 * How a round of shopping goes back that ends without a basket; data of the connection. OCI knows
 * no cancel: some systems take a form without items, others stumble over it.
 */
public enum CancelHandling {
  /** The return form without items, posted to HOOK_URL. */
  EMPTY_FORM,
  /** Nothing is posted: a page says that the window may be closed. */
  CLOSE,
  /**
   * The form without items, posted to the address in the parameter that {@link OciNames#cancel()}
   * names; where the call-up brings none, as {@link #EMPTY_FORM}. The address is checked as
   * HOOK_URL is.
   */
  CANCEL_URL
}
