import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { toJsonText } from "../../../src/domain/json/exact-json.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { matchesEtag } from "../matches-etag.ts";
import type { Answer } from "../route.ts";
import { readSnapshot, snapshotParams } from "./snapshot-params.ts";

/** With what a snapshot is compared: another one of the same tenant, or its inventory. */
export const againstQuery = { against: snapshotParams.shape.snapshotId.or(z.literal("inventory")) };

/** What an answer says of a side, beside its objects. */
export const sideViewSchema = z
  .object({
    tenantId: z.string(),
    snapshotId: z.string().nullable(),
    kind: z.enum(["snapshot", "inventory"]),
    state: z.enum(["complete", "complete_with_gaps", "observed"]),
    /** When it was read; null of an inventory that was never listed. */
    window: z.object({ from: z.string(), to: z.string() }).nullable(),
  })
  .meta({ id: "ComparedSide" });

/** One side of a comparison, as an answer names it and as it is read. */
export type NamedSide = {
  readonly view: z.infer<typeof sideViewSchema>;
  readonly side: ReturnType<HttpApp["sideOfSnapshot"]>;
  /** Names all of its content before it was read; null: nothing does. */
  readonly rootHash: string | null;
};

export function sideOf(app: HttpApp, scope: TenantScope, snapshot: Snapshot): NamedSide {
  const { tenantId, id, state, window, rootHash } = snapshot;
  const view = { tenantId, snapshotId: id, kind: "snapshot" as const, state, window };
  return { view, side: app.sideOfSnapshot(scope, snapshot), rootHash };
}

/** The inventory, to be compared with what was read at a time (ISO 8601 UTC). */
export async function inventorySide(app: HttpApp, scope: TenantScope, since: string): Promise<NamedSide> {
  const { side, window } = await app.sideOfInventory(scope, since);
  const view = { tenantId: scope.tenantId, snapshotId: null, kind: "inventory", state: "observed", window } as const;
  return { view, side, rootHash: null };
}

/** Both sides: the snapshot of the path is the left one. */
export async function sidesOf(
  app: HttpApp,
  scope: TenantScope,
  snapshotId: string,
  against: string,
): Promise<{ left: NamedSide; right: NamedSide }> {
  const snapshot = await readSnapshot(app, scope, snapshotId);
  const left = sideOf(app, scope, snapshot);
  if (against === "inventory") return { left, right: await inventorySide(app, scope, snapshot.window.from) };
  return { left, right: sideOf(app, scope, await readSnapshot(app, scope, against)) };
}

/**
 * The answer about two sides, or 304 for whoever has it. What is in two snapshots is known before they are read; of an
 * inventory only the answer itself says whether it is another.
 */
export async function answerUnlessKnown(
  app: HttpApp,
  { left, right }: { readonly left: NamedSide; readonly right: NamedSide },
  asked: object,
  ifNoneMatch: string | null,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const isKnown = left.rootHash !== null && right.rootHash !== null;
  const known = isKnown ? app.tagOf(left.rootHash, right.rootHash, asked) : undefined;
  if (known !== undefined && matchesEtag(ifNoneMatch, known)) return notModified(known);
  const answer = await make();
  const etag = known ?? app.tagOf(toJsonText(answer.body));
  return matchesEtag(ifNoneMatch, etag) ? notModified(etag) : { ...answer, headers: { ...answer.headers, etag } };
}

function notModified(etag: string): Answer {
  return { status: 304, body: undefined, headers: { etag } };
}
