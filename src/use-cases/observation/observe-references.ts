import { isoTime } from "../../domain/clock/clock.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import { toObservedObject } from "../../domain/graph/to-observed-object.ts";
import { parseStagedEntries } from "../../domain/observation/staged-entry.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import type { ReadDeps, TypeReading } from "./ingest-object.ts";

/**
 * Reads the objects that others of this run name, each once and only what contracts allow of them (pitfall 11). One that
 * does not exist any more is no failure, because it is a fact of the object that names it; the run says so.
 */
export async function observeReferences(
  deps: ReadDeps & { readonly stores: Pick<TenantStores, "parts" | "staging"> },
  run: OperationRun,
  { contract, keep, findings }: TypeReading,
  signal: AbortSignal,
): Promise<void> {
  const ids = await namedIds(deps.stores, run);
  findings.listed(ids.length);
  try {
    const found = ids.length === 0 ? [] : await deps.graph.byIds(contract, ids, signal);
    const readAt = isoTime(deps.clock.nowMs());
    const objects = found.flatMap(({ id, displayName = null, "@odata.type": odataType = null }) =>
      typeof id === "string"
        ? [toObservedObject(contract, id, { "@odata.type": odataType, id, displayName }, readAt)]
        : [],
    );
    for (const id of absentOf(ids, objects)) findings.noted(deletedReference(`${contract.key}/${id}`));
    for (let start = 0; start < objects.length; start += writesAtOnce) {
      const some = objects.slice(start, start + writesAtOnce);
      await Promise.all(some.map((object) => keep(object).then(() => findings.kept(object.id))));
    }
  } catch (error) {
    findings.listFailed(error);
  }
}

function absentOf(ids: readonly string[], found: readonly ObservedObject[]): string[] {
  const known = new Set(found.map(({ id }) => id.toLowerCase()));
  return ids.filter((id) => !known.has(id.toLowerCase()));
}

function deletedReference(target: string): Failure {
  return { code: "reference_deleted", message: "It was deleted, and something still names it.", target, count: 1 };
}

// Each object is a small blob of its own: one after another, a thousand groups would cost a thousand round trips.
const writesAtOnce = 32;

async function namedIds(
  { parts, staging }: Pick<TenantStores, "parts" | "staging">,
  run: OperationRun,
): Promise<string[]> {
  const written = await parts.ofAttempt(run.id, run.attempt);
  const paths = written.flatMap((part) => part.staging ?? []);
  const texts = await Promise.all(paths.map((path) => staging.read(path)));
  const ids = texts.flatMap((text) => parseStagedEntries(text).flatMap(({ groupIds }) => groupIds));
  // Graph writes guids in any case.
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()].sort();
}
