import { z } from "zod";
import type { Membership } from "../../../src/domain/tenant/membership.ts";
import { membershipSchema } from "../../../src/domain/tenant/membership.ts";
import { tagOf } from "../to-response.ts";

const stored = membershipSchema.shape;

export const memberViewSchema = z
  .object({
    principalId: stored.principalId,
    homeTenantId: stored.homeTenantId,
    kind: stored.principalKind,
    name: stored.name,
    role: stored.role,
    addedAt: stored.addedAt,
    addedBy: stored.addedBy,
    /** What a change of it sends as If-Match. */
    etag: z.string(),
  })
  .meta({ id: "Member" });

type MemberView = z.infer<typeof memberViewSchema>;

export const memberParams = z.strictObject({ principalId: z.guid().toLowerCase() });

export function toMemberView(member: Membership): MemberView {
  // In one order, whoever made the membership, since the ETag is of the text.
  const { principalId, homeTenantId, principalKind: kind, name, role, addedAt, addedBy } = member;
  const view = { principalId, homeTenantId, kind, name, role, addedAt, addedBy };
  return { ...view, etag: tagOf(view) };
}
