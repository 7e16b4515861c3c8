package nl.topfruit.shop.punchout.console;

import java.time.Instant;
import java.util.List;
import nl.topfruit.shop.protocol.oci.RawParameter;

/**
 * A run as our staff see it.
 *
 * @param live its credential and return address still work
 * @param charset in which the call-up is to be sent
 * @param parameters of the call-up to begin with, with its secrets as long as it lives
 * @param calls references of the call-ups that were made with it, the oldest first
 * @param returnedAt null as long as nothing came back
 * @param returned what came back, in its order
 */
public record RunView(
    String number,
    ConsoleRun.State state,
    boolean live,
    String connectionKey,
    String systemName,
    String accountName,
    String charset,
    String startedBy,
    Instant startedAt,
    Instant expiresAt,
    List<Parameter> parameters,
    List<String> calls,
    Instant returnedAt,
    List<RawParameter> returned) {}
