package nl.topfruit.shop.punchout.console;

/**
 * A parameter of a call-up that is being prepared.
 *
 * @param name as it is sent
 * @param value not encoded
 * @param sent it goes with the call-up; otherwise it only waits to be switched on
 */
public record Parameter(String name, String value, boolean sent) {}
