package nl.topfruit.shop.punchout.console;

import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck;

/**
 * A field of a return, held against the standard and what was agreed for its connection.
 *
 * @param name as it came; for a field that is missing, as it should have been
 * @param value as it came; null for a field that is missing
 * @param sentence what is wrong and what to do, or that it is right, in the reader's language
 */
public record CheckedField(
    String name, String value, ReturnCheck.Verdict verdict, String sentence) {}
