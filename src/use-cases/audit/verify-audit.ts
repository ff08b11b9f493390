import type { DigestHead } from "../../domain/audit/digest.ts";
import type { Standing } from "../../domain/audit/repository.ts";
import { makeFindings, type Verdict } from "../../domain/audit/verdict.ts";
import type { Clock } from "../../domain/clock/clock.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import { type GroupProgress, noProgress } from "../../domain/operation-run/group-progress.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";
import { type VerifyDeps, verifyDigests, type Walked } from "./verify-digests.ts";

export type VerifyAuditDeps = Pick<TenantStores, "audit" | "digests"> & {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
};

/** The verification of a tenant's audit, and how far it is. */
export type AuditVerification = {
  readonly perform: (
    signal: AbortSignal,
  ) => Promise<{ readonly failures: Failure[]; readonly result: { readonly audit: Verdict } }>;
  readonly progress: () => GroupProgress;
};

const unsealedAfterMs = 30 * 60_000;
const standingsAtOnce = 1_000;

/**
 * Compares all audit entries of a tenant with their digests (AC18), and names what does not agree. Reads alone. What it
 * cannot show is in docs/runbooks/audit.md.
 */
export function openVerification({ audit, digests, clock, telemetry }: VerifyAuditDeps): AuditVerification {
  let walked: Walked = { digests: 0, entries: 0, upTo: null };
  let findings = makeFindings();
  let isOver = false;
  return {
    progress: () => {
      const failed = findings.count();
      const succeeded = Math.max(0, walked.entries - failed);
      return {
        ...noProgress,
        total: isOver ? succeeded + failed : null,
        processed: succeeded + failed,
        succeeded,
        failed,
      };
    },
    perform: async (signal) => {
      walked = { digests: 0, entries: 0, upTo: null };
      findings = makeFindings();
      const deps = { audit, digests, findings };
      const head = await verifyDigests(deps, walked, signal);
      await verifyStandings(deps, head, clock.nowMs() - unsealedAfterMs, signal);
      isOver = true;
      const found = findings.count();
      if (found > 0) telemetry.measure({ "audit.unverified": 1 });
      return { failures: findings.failures(), result: { audit: { ...walked, found } } };
    },
  };
}

/** Every entry of the database says a digest that there is, or has not waited for one for long. */
async function verifyStandings(
  deps: VerifyDeps,
  walked: DigestHead,
  oldestMs: number,
  signal: AbortSignal,
): Promise<void> {
  let newest = walked.number;
  let page: string | null = null;
  do {
    signal.throwIfAborted();
    const answer = await deps.audit.standings({ limit: standingsAtOnce, page });
    if (answer.items.some(({ digest }) => (digest ?? 0) > newest)) newest = (await deps.audit.head()).number;
    for (const standing of answer.items) verifyStanding(deps, standing, newest, oldestMs);
    page = answer.nextPage;
  } while (page !== null);
}

function verifyStanding(
  { findings }: VerifyDeps,
  { id, at, digest }: Standing,
  newest: number,
  oldestMs: number,
): void {
  if (digest !== null && digest < 0) findings.add("audit_entry_added", id);
  else if ((digest ?? 0) > newest) findings.add("audit_head_moved", id);
  // A time that cannot be read is no reason to wait.
  else if ((digest ?? 0) === 0 && !(Date.parse(at) > oldestMs)) findings.add("audit_unsealed", id);
}
