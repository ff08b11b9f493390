import type { ReadyLine } from "../../../local/stack/ready-line.ts";
import type { Document } from "./document.ts";
import { checkEnd } from "./invariants.ts";
import { readStored } from "./read-stored.ts";
import { Violation } from "./violation.ts";

/** Tenant and run of each start that was answered with 200 or 202. */
export type AcceptedRun = { readonly tenantId: string; readonly runId: string };

/**
 * What contradicts the invariants in the stores of some tenants, a sentence each: a run that got lost, never ended, or
 * was made twice; an audit entry or notification too many or too few; a snapshot that is visible and should not be, or
 * does not verify; counts that are no sum.
 */
export async function contradictionsIn(
  ready: Pick<ReadyLine, "cosmos" | "blobs">,
  tenantIds: readonly string[],
  accepted: readonly AcceptedRun[],
): Promise<string[]> {
  const found: string[] = [];
  for (const tenantId of tenantIds) {
    const ids = accepted.filter((each) => each.tenantId === tenantId).map(({ runId }) => runId);
    const stored = await readStored(ready, tenantId);
    found.push(...unaskedOf(stored.tenantData, new Set(ids)));
    try {
      checkEnd({ ...stored, accepted: ids });
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      found.push(`tenant ${tenantId}: ${error.message}`);
    }
  }
  return found;
}

/** A run that no answer names was answered with `dispatch_failed`, or is one too many. */
function unaskedOf(tenantData: readonly Document[], accepted: ReadonlySet<string>): string[] {
  const unasked = tenantData.filter(({ kind, id }) => kind === "run" && !accepted.has(id));
  return unasked
    .filter(({ failures }) => !JSON.stringify(failures).includes('"dispatch_failed"'))
    .map(({ id, outcome }) => `run ${id} (${String(outcome)}) was never answered`);
}
