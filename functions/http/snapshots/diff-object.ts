import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { changeViewSchema, toChangeView } from "../../../src/domain/comparison/change-view.ts";
import { toJsonPatch } from "../../../src/domain/comparison/json-patch.ts";
import { toMarkdown } from "../../../src/domain/comparison/to-markdown.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { toJsonText } from "../../../src/domain/json/exact-json.ts";
import type { Answer } from "../route.ts";
import { tenantRoute } from "../tenant-route.ts";
import { rowViewSchema } from "./diff-snapshot.ts";
import { snapshotObjectParams } from "./snapshot-params.ts";
import { againstQuery, answerUnlessKnown, sidesOf, sideViewSchema } from "./two-sides.ts";

const answerSchema = z.object({
  left: sideViewSchema,
  right: sideViewSchema,
  object: rowViewSchema,
  /** None where detail is `hash`. */
  changes: z.array(changeViewSchema),
  next: z
    .object({ objects: z.array(z.object({ type: z.string(), id: z.string() })) })
    .nullable()
    .meta({ description: "Where only hashes are known: what to POST to snapshots, to compare with that one." }),
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
    const { left, right } = await sidesOf(app, scope, snapshotId, query.against);
    return answerUnlessKnown(app, { left, right }, { type, objectId, ...query }, ifNoneMatch, async () => {
      const sides = { left: left.side, right: right.side, matching: app.matchById };
      const { row, changes, contract, forms } = await app.compareObject(sides, { type, objectId });
      if (query.format === "json-patch") return text("application/json-patch+json", toPatchText(forms));
      const views = changes.map((change) => toChangeView(contract, change));
      if (query.format === "markdown") return text("text/markdown; charset=utf-8", toMarkdown(row, views));
      const next = row.detail === "hash" ? { objects: [{ type, id: objectId }] } : null;
      return { status: 200, body: { left: left.view, right: right.view, object: row, changes: views, next } };
    });
  },
});

/** Fault `not_kept` where a side says nothing of the object, or nothing but its hash: no patch could say so. */
function toPatchText({ left, right }: Awaited<ReturnType<HttpApp["compareObject"]>>["forms"]): string {
  if (left && right) return toJsonText(toJsonPatch(left, right));
  throw new Fault("not_kept", "One side does not say what the object is there, so there is no patch to it.");
}

function text(type: string, body: string): Answer {
  return { status: 200, body, headers: { "content-type": type } };
}
