import { callerRoute } from "../caller-route.ts";
import { answerDifference, differenceQuery, differenceSchema } from "../snapshots/difference.ts";
import { answerUnlessKnown } from "../snapshots/two-sides.ts";
import { tenantSides, tenantsQuery } from "./two-tenants.ts";

export const compareTenants = callerRoute({
  id: "compareTenants",
  method: "GET",
  path: "comparisons",
  summary:
    "Objects that differ from `left`, <tenant>/<snapshot>, to `right`, <tenant>/<snapshot> or <tenant>/inventory, as the difference of one tenant has them. Of two tenants objects are paired by type, exact name, kind and platform, and compared by what they refer to instead of by its ids; where a name is not single they are ambiguous. Needs the right `snapshot.read` in both tenants, else 404.",
  query: differenceQuery.extend(tenantsQuery),
  answers: { 200: differenceSchema },
  handle: async (app, { caller, query, ifNoneMatch }) => {
    const { left, right, ...asked } = query;
    const { named, sides } = await tenantSides(app, caller, { left, right });
    return answerUnlessKnown(app, named, query, ifNoneMatch, () => answerDifference(app, named, sides, asked));
  },
});
