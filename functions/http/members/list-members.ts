import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { memberViewSchema, toMemberView } from "./member-view.ts";

export const listMembers = tenantRoute({
  id: "listMembers",
  method: "GET",
  path: "tenants/{tenantId}/members",
  summary: "Who has which role in the tenant: people, groups and applications.",
  right: "member.read",
  answers: { 200: z.object({ items: z.array(memberViewSchema) }) },
  handle: async (app, { scope }) => {
    const members = await app.storesFor(scope).tenant.members();
    return { status: 200, body: { items: members.map(toMemberView) } };
  },
});
