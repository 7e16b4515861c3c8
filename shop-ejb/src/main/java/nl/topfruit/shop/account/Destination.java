package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.UUID;

/**
 * Where and to whom something is delivered: a branch or another address, as it was said at that
 * moment (a later change of the branch does not move what was ordered).
 *
 * @param branchId the branch, null for another address
 * @param privateAddress somebody's home: recipient and address are not shown to those who need not
 *     know
 * @param recipient person or department, may be null
 * @param contactName who knows of it over there
 * @param contactReach telephone number or e-mail address of that person
 * @param instruction reception, floor, gate
 */
@Embeddable
public record Destination(
    @Column(name = "branch_id") UUID branchId,
    @Column(name = "private_address") boolean privateAddress,
    String recipient,
    @Embedded Address address,
    @Column(name = "contact_name") String contactName,
    @Column(name = "contact_reach") String contactReach,
    String instruction) {}
