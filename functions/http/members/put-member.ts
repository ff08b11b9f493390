import { z } from "zod";
import { principalKinds } from "../../../src/domain/tenant/membership.ts";
import { roles } from "../../../src/domain/tenant/rights.ts";
import { nameSchema } from "../../../src/domain/tenant/tenant-terms.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { checkSeen } from "./check-seen.ts";
import { memberParams, memberViewSchema, toMemberView } from "./member-view.ts";

export const putMember = tenantRoute({
  id: "putMember",
  method: "PUT",
  path: "tenants/{tenantId}/members/{principalId}",
  summary: "Give a person, a group or an application a role; a change of a member needs If-Match.",
  right: "member.write",
  isConditional: "of_existing",
  params: memberParams,
  body: z.strictObject({
    kind: z.enum(principalKinds),
    name: nameSchema,
    role: z.enum(roles),
    /** Left out: the caller's. */
    homeTenantId: z.guid().toLowerCase().optional(),
  }),
  answers: { 200: memberViewSchema, 201: memberViewSchema },
  handle: async (app, { scope, caller, params: { principalId }, body, ifMatch }) => {
    const { kind: principalKind, name, role, homeTenantId = caller.homeTenantId } = body;
    const { member, isNew } = await app.changeMember(scope, {
      principalId,
      terms: { principalKind, name, role, homeTenantId },
      checkSeen: (known) => checkSeen(ifMatch, known),
      actor: toInitiator(caller),
    });
    if (!member) throw new Error("A member that was put is there.");
    const view = toMemberView(member);
    return { status: isNew ? 201 : 200, body: view, headers: { etag: view.etag } };
  },
});
