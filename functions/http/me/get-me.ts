import { z } from "zod";
import { isPlatformAdmin } from "../../../src/domain/tenant/caller.ts";
import { rightsOf, roles } from "../../../src/domain/tenant/rights.ts";
import { callerRoute } from "../caller-route.ts";

const meSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["user", "application"]),
    name: z.string(),
    platform: z.boolean(),
    tenants: z.array(z.object({ id: z.string(), role: z.enum(roles), rights: z.array(z.string()) })),
  })
  .meta({ id: "Me" });

export const getMe = callerRoute({
  id: "getMe",
  method: "GET",
  path: "me",
  summary: "Who the caller is, and the rights per tenant.",
  answers: { 200: meSchema },
  handle: async (app, { caller }) => {
    const memberships = await app.aggregation.membershipsOf(caller.id);
    const tenants = memberships.map(({ tenantId, role }) => ({ id: tenantId, role, rights: rightsOf(role) }));
    const { id, kind, name } = caller;
    return { status: 200, body: { id, kind, name, platform: isPlatformAdmin(caller), tenants } };
  },
});
