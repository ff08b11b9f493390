import { z } from "zod";
import { allRights, rightsOf, roles } from "../../../src/domain/tenant/rights.ts";
import { callerRoute } from "../caller-route.ts";

const answer = {
  rights: allRights,
  roles: roles.map((role) => ({ role, rights: rightsOf(role) })),
};

export const listRoles = callerRoute({
  id: "listRoles",
  method: "GET",
  path: "roles",
  summary: "Every right in a sentence with the role that first gives it, and the rights of each role.",
  answers: {
    200: z.object({
      rights: z.array(z.object({ right: z.string(), sentence: z.string(), role: z.string() })),
      roles: z.array(z.object({ role: z.string(), rights: z.array(z.string()) })),
    }),
  },
  handle: async () => ({ status: 200, body: answer }),
});
