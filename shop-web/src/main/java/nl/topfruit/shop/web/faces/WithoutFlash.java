package nl.topfruit.shop.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.context.FlashFactory;
import jakarta.faces.context.FlashWrapper;

/**
 * Nothing of ours travels in the flash: a notice stands in the address. Mojarra sets its cookie
 * with every redirect all the same, and the shop sets none, so the flash is not told of the phases.
 */
public class WithoutFlash extends FlashFactory {
  public WithoutFlash(FlashFactory wrapped) {
    super(wrapped);
  }

  @Override
  public Flash getFlash(boolean create) {
    Flash flash = getWrapped().getFlash(create);
    return flash == null ? null : new Quiet(flash);
  }

  private static final class Quiet extends FlashWrapper {
    Quiet(Flash wrapped) {
      super(wrapped);
    }

    @Override
    public void doPrePhaseActions(FacesContext context) {
      // reads nothing, since nothing was put in
    }

    @Override
    public void doPostPhaseActions(FacesContext context) {
      // would write a cookie for what the next page is to find in it
    }
  }
}
