import { z } from "zod";
import { objectIdSchema } from "../../../src/domain/graph/object-id.ts";
import { callerRoute } from "../caller-route.ts";
import { objectParams } from "../object-params.ts";
import { answerObject, formatQuery, objectDifferenceSchema } from "../snapshots/object-difference.ts";
import { answerUnlessKnown } from "../snapshots/two-sides.ts";
import { tenantSides, tenantsQuery } from "./two-tenants.ts";

export const compareObjectOfTenants = callerRoute({
  id: "compareObjectOfTenants",
  method: "GET",
  path: "comparisons/{type}/{objectId}",
  summary:
    "What differs in one object of `left` and its counterpart in `right`, or, where that is ambiguous, in the one that `other` names by its id. format=json-patch gives RFC 6902 from form to form, format=markdown a page for people. Needs the right `snapshot.read` in both tenants, else 404.",
  params: objectParams,
  query: z.strictObject({ ...tenantsQuery, other: objectIdSchema.optional(), ...formatQuery }),
  answers: { 200: objectDifferenceSchema },
  handle: async (app, { caller, params, query, ifNoneMatch }) => {
    const { named, sides } = await tenantSides(app, caller, query);
    return answerUnlessKnown(app, named, { ...params, ...query }, ifNoneMatch, () =>
      answerObject(app, named, [sides, { ...params, other: query.other }], query.format),
    );
  },
});
