import { z } from "zod";
import { targetSchema } from "../../../src/domain/graph/edge.ts";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import { groupViewSchema } from "../directory/list-groups.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";

const assignmentSchema = inventoryObjectSchema
  .pick({ type: true, id: true, name: true, platform: true })
  .extend({
    reach: z.enum(["included", "excluded", "everyone"]),
    targets: z.array(targetSchema.extend({ filterName: z.string().nullable() })),
  })
  .meta({ id: "GroupAssignment" });

export const listAssignments = tenantRoute({
  id: "listAssignments",
  method: "GET",
  path: "tenants/{tenantId}/assignments",
  summary:
    "What reaches a group, by type and id: objects that include it or exclude it, and those for all users or all devices. An exclusion wins; filters are named, not evaluated; groups inside of groups are not known. Ignored objects are left out unless `ignored=true`.",
  right: "inventory.read",
  query: listQuery.extend({ groupId: z.guid(), ignored: z.literal("true").optional() }),
  answers: {
    200: pageSchema(assignmentSchema).extend({
      group: groupViewSchema.nullable(),
      asOf: z.iso.datetime().nullable(),
      nestedGroups: z.literal("not_known"),
    }),
  },
  handle: async (app, { scope, query: { groupId, ignored, ...query } }) => {
    const asked = { groupId, withIgnored: ignored === "true" };
    const found = await app.listAssignments(scope, asked, toPageRequest(query));
    return { status: 200, body: { ...found, nestedGroups: "not_known" } };
  },
});
