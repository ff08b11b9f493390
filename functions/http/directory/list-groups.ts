import { z } from "zod";
import { knownGroupSchema } from "../../../src/domain/directory/known-name.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";

const guid = z.guid();
// Names of the groups of one page of a list.
const mostIds = 100;

/** Ids in one text, separated by commas. */
const idsSchema = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(guid).min(1).max(mostIds));

export const groupViewSchema = knownGroupSchema.meta({ id: "Group" });

export const listGroups = tenantRoute({
  id: "listGroups",
  method: "GET",
  path: "tenants/{tenantId}/groups",
  summary:
    "Groups of the tenant by name, as the last directory.sync left them: those whose name begins with `text`, or those of `ids`, of which deleted and only observed ones are named too. What is not known is not in the answer.",
  right: "inventory.read",
  query: listQuery.extend({ text: z.string().trim().min(1).max(200).optional(), ids: idsSchema.optional() }),
  answers: { 200: pageSchema(groupViewSchema).extend({ asOf: z.iso.datetime().nullable() }) },
  handle: async (app, { scope, query: { text, ids, ...query } }) => {
    const known = ids
      ? await app.nameGroups(scope, ids)
      : await app.listGroups(scope, text === undefined ? {} : { text }, toPageRequest(query));
    return { status: 200, body: known };
  },
});
