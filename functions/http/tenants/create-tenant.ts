import { z } from "zod";
import { ownerKinds } from "../../../src/domain/tenant/repository.ts";
import { nameSchema, tenantTermsSchema } from "../../../src/domain/tenant/tenant-terms.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { platformRoute } from "../platform-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { tagOf } from "../to-response.ts";
import { tenantViewSchema, toTenantView } from "./tenant-view.ts";

const { name, timeZone, labels } = tenantTermsSchema.shape;

const newTenantBody = z.strictObject({
  /** Entra's id of the tenant. */
  id: z.guid().toLowerCase(),
  name,
  timeZone,
  labels: labels.optional(),
  owner: z.strictObject({
    kind: z.enum(ownerKinds),
    /** Object id in its home tenant. */
    id: z.guid().toLowerCase(),
    name: nameSchema,
    /** Left out: the caller's. */
    homeTenantId: z.guid().toLowerCase().optional(),
  }),
});

export const createTenant = platformRoute({
  id: "createTenant",
  method: "POST",
  path: "tenants",
  summary: "Add a tenant with its first owner; it waits for its administrator's consent.",
  body: newTenantBody,
  answers: { 201: tenantViewSchema },
  handle: async (app, { caller, body }) => {
    const scope = openTenantScope(tenantIdSchema.parse(body.id), "authorised");
    const { id: principalId, kind: principalKind, homeTenantId = caller.homeTenantId, name: ownerName } = body.owner;
    const tenant = await app.createTenant(scope, {
      terms: { name: body.name, timeZone: body.timeZone, labels: body.labels ?? [] },
      owner: { principalId, principalKind, name: ownerName, homeTenantId },
      actor: toInitiator(caller),
    });
    const view = toTenantView(tenant, null, null);
    return { status: 201, body: view, headers: { etag: tagOf(view), location: `/api/tenants/${view.id}` } };
  },
});
