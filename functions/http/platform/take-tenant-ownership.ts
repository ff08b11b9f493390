import { z } from "zod";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { memberViewSchema, toMemberView } from "../members/member-view.ts";
import { platformRoute } from "../platform-route.ts";
import { reasonBody } from "../tenants/reason-body.ts";

export const takeTenantOwnership = platformRoute({
  id: "takeTenantOwnership",
  method: "POST",
  path: "platform/tenants/{tenantId}/take-ownership",
  summary: "Become an owner of a tenant: audited in it and on the platform, and told to every owner.",
  params: z.strictObject({ tenantId: z.guid().toLowerCase() }),
  body: reasonBody,
  answers: { 200: memberViewSchema },
  handle: async (app, { caller, params, body: { reason } }) => {
    const scope = openTenantScope(tenantIdSchema.parse(params.tenantId), "authorised");
    const view = toMemberView(await app.takeOwnership(scope, { caller, reason }));
    return { status: 200, body: view, headers: { etag: view.etag } };
  },
});
