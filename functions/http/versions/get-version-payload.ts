import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { versionOf, versionParams } from "./version-view.ts";

export const getVersionPayload = tenantRoute({
  id: "getObjectVersionPayload",
  method: "GET",
  path: "tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}/payload",
  summary:
    "The object as Graph gave it then; its ETag is the payload's hash. 404 where it was gone, 410 where no kept snapshot holds it.",
  right: "snapshot.read",
  params: versionParams,
  answers: { 200: z.looseObject({}) },
  handle: async (app, { scope, params }) => {
    const version = await versionOf(app, scope, params);
    const payload = await app.readVersionPayload(scope, version);
    return { status: 200, body: payload, headers: { etag: `"${version.payloadHash}"` } };
  },
});
