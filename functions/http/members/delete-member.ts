import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { checkSeen } from "./check-seen.ts";
import { memberParams } from "./member-view.ts";

export const deleteMember = tenantRoute({
  id: "deleteMember",
  method: "DELETE",
  path: "tenants/{tenantId}/members/{principalId}",
  summary: "Take away a member's role; it holds from the next request on.",
  right: "member.write",
  isConditional: true,
  params: memberParams,
  answers: { 204: z.undefined() },
  handle: async (app, { scope, caller, params: { principalId }, ifMatch }) => {
    await app.changeMember(scope, {
      principalId,
      terms: null,
      checkSeen: (known) => checkSeen(ifMatch, known),
      actor: toInitiator(caller),
    });
    return { status: 204, body: undefined };
  },
});
