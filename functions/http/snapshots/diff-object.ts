import { z } from "zod";
import { changeViewSchema, toChangeView } from "../../../src/domain/comparison/change-view.ts";
import { toJsonPatch } from "../../../src/domain/comparison/json-patch.ts";
import { toMarkdown } from "../../../src/domain/comparison/to-markdown.ts";
import { toJsonText } from "../../../src/domain/json/exact-json.ts";
import { matchesEtag } from "../matches-etag.ts";
import type { Answer } from "../route.ts";
import { tenantRoute } from "../tenant-route.ts";
import { rowViewSchema } from "./diff-snapshot.ts";
import { snapshotObjectParams } from "./snapshot-params.ts";
import { againstQuery, readHeads, sidesOf, sideViewSchema, toSideView } from "./two-sides.ts";

const answerSchema = z.object({
  left: sideViewSchema,
  right: sideViewSchema,
  object: rowViewSchema,
  changes: z.array(changeViewSchema),
});

export const diffObject = tenantRoute({
  id: "diffObject",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/diff/{type}/{objectId}",
  summary:
    "What differs in one object. format=json-patch gives RFC 6902 from form to form, format=markdown a page for people.",
  right: "snapshot.read",
  params: snapshotObjectParams,
  query: z.strictObject({ ...againstQuery, format: z.enum(["json", "json-patch", "markdown"]).default("json") }),
  answers: { 200: answerSchema },
  handle: async (app, { scope, params, query, ifNoneMatch }) => {
    const { snapshotId, type, objectId } = params;
    const heads = await readHeads(app, scope, snapshotId, query.against);
    const etag = app.tagOfSnapshots(...heads, { type, objectId, ...query });
    if (matchesEtag(ifNoneMatch, etag)) return { status: 304, body: undefined, headers: { etag } };
    const { row, changes, contract, forms } = await app.compareObject(sidesOf(app, scope, heads), { type, objectId });
    const views = changes.map((change) => toChangeView(contract, change));
    const [left, right] = heads.map(toSideView);
    if (query.format === "markdown") return text("text/markdown; charset=utf-8", toMarkdown(row, views), etag);
    if (query.format === "json-patch")
      return text("application/json-patch+json", toJsonText(toJsonPatch(forms.left, forms.right)), etag);
    return { status: 200, body: { left, right, object: row, changes: views }, headers: { etag } };
  },
});

function text(type: string, body: string, etag: string): Answer {
  return { status: 200, body, headers: { "content-type": type, etag } };
}
