package nl.topfruit.shop.common;

import jakarta.ejb.ApplicationException;

/**
 * There is no such thing for the one who asks: it does not exist, or it is somebody else's. Both
 * are answered 404.
 */
@ApplicationException(rollback = true)
public class NotFound extends RuntimeException {
  public NotFound(String what) {
    super(what);
  }
}
