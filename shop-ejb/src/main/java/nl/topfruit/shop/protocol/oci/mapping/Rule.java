package nl.topfruit.shop.protocol.oci.mapping;

import java.util.Objects;

/**
 * One field of the return. A field without a rule is not sent, since some systems stumble over what
 * they do not expect.
 *
 * @param field name without {@code NEW_ITEM-} and index; {@code LONGTEXT} for the long text
 * @param value how it is made
 * @param length characters their system takes, where that is not what the standard says; else null
 */
public record Rule(String field, Expression value, Integer length) {
  public Rule {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
  }

  /**
   * @param value as an {@link Expression} is written
   * @throws UnreadableExpression when it is none
   */
  public static Rule of(String field, String value) {
    return new Rule(field, Expression.parse(value), null);
  }
}
