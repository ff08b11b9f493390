import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { changeViewSchema, toChangeView } from "../../../src/domain/comparison/change-view.ts";
import { toJsonPatch } from "../../../src/domain/comparison/json-patch.ts";
import { toMarkdown } from "../../../src/domain/comparison/to-markdown.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { toJsonText } from "../../../src/domain/json/exact-json.ts";
import type { Answer } from "../route.ts";
import { rowViewSchema } from "./difference.ts";
import { type NamedSide, sideViewSchema } from "./two-sides.ts";

export const objectDifferenceSchema = z.object({
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

/** json-patch: RFC 6902 from form to form; markdown: a page for people. */
export const formatQuery = { format: z.enum(["json", "json-patch", "markdown"]).default("json") };

type Compare = HttpApp["compareObject"];

/** What differs in one object of two sides, in the format that is asked for. */
export async function answerObject(
  app: HttpApp,
  { left, right }: { readonly left: NamedSide; readonly right: NamedSide },
  [sides, wanted]: Parameters<Compare>,
  format: z.infer<(typeof formatQuery)["format"]>,
): Promise<Answer> {
  const { row, changes, contract, forms } = await app.compareObject(sides, wanted);
  if (format === "json-patch") return text("application/json-patch+json", toPatchText(forms));
  const views = changes.map((change) => toChangeView(contract, change));
  if (format === "markdown") return text("text/markdown; charset=utf-8", toMarkdown(row, views));
  const next = row.detail === "hash" ? { objects: [{ type: row.type, id: row.otherId ?? row.id }] } : null;
  return { status: 200, body: { left: left.view, right: right.view, object: row, changes: views, next } };
}

/** Fault `not_kept` where a side says nothing of the object, or nothing but its hash: no patch could say so. */
function toPatchText({ left, right }: Awaited<ReturnType<Compare>>["forms"]): string {
  if (left && right) return toJsonText(toJsonPatch(left, right));
  throw new Fault("not_kept", "One side does not say what the object is there, so there is no patch to it.");
}

function text(type: string, body: string): Answer {
  return { status: 200, body, headers: { "content-type": type } };
}
