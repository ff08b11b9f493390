import { z } from "zod";
import { mayOnPlatform, platformRoles } from "../../../src/domain/tenant/caller.ts";
import { membershipSchema } from "../../../src/domain/tenant/membership.ts";
import { rightsOf } from "../../../src/domain/tenant/rights.ts";
import { callerRoute } from "../caller-route.ts";

const meSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["user", "application"]),
    name: z.string(),
    /** Whether the caller may change what belongs to the platform. */
    platform: z.boolean(),
    platformRoles: z.array(z.enum(platformRoles)),
    /** The token names no groups, because they are too many: none of them gives a right. */
    groupsUnknown: z.boolean(),
    tenants: z.array(
      z.object({
        id: z.string(),
        role: membershipSchema.shape.role,
        rights: z.array(z.string()),
        /** `group`: a group that the caller is in gives more than the caller's own membership. */
        via: z.enum(["own", "group"]),
      }),
    ),
  })
  .meta({ id: "Me" });

export const getMe = callerRoute({
  id: "getMe",
  method: "GET",
  path: "me",
  summary: "Who the caller is, and the rights per tenant.",
  answers: { 200: meSchema },
  handle: async (app, { caller }) => {
    const accesses = await app.readAccesses(caller);
    const tenants = [...accesses].map(([id, { role, via }]) => ({ id, role, rights: rightsOf(role), via }));
    const { id, kind, name, platformRoles: held, groupsUnknown } = caller;
    const platform = mayOnPlatform(caller, "change");
    return { status: 200, body: { id, kind, name, platform, platformRoles: held, groupsUnknown, tenants } };
  },
});
