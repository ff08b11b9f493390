import { z } from "zod";
import { changeViewSchema } from "../../../src/domain/comparison/change-view.ts";
import { tenantRoute } from "../tenant-route.ts";
import { againstQuery, versionOf, versionParams, versionSchema } from "./version-view.ts";

export const diffVersion = tenantRoute({
  id: "diffObjectVersion",
  method: "GET",
  path: "tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}/diff",
  summary:
    "What differs from another version of the object (`against`, the left side; left out, the newest one before that has content, null where there is none) by today's form; texts of over 2,000 characters are told by hash and length. 404 where one of them was gone, 410 where no kept snapshot holds it.",
  right: "snapshot.read",
  params: versionParams,
  query: againstQuery,
  answers: {
    200: z.object({ left: versionSchema.nullable(), right: versionSchema, changes: z.array(changeViewSchema) }),
  },
  handle: async (app, { scope, params, query: { against } }) => {
    const right = await versionOf(app, scope, params);
    const left =
      against === undefined
        ? await app.versionBefore(scope, right)
        : await versionOf(app, scope, { ...params, versionId: against });
    const changes = left === undefined ? [] : await app.diffVersions(scope, left, right);
    return { status: 200, body: { left: left ?? null, right, changes } };
  },
});
