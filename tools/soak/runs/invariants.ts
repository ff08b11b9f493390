import { parsePart } from "../../../src/adapters/cosmos/part-document.ts";
import { type Counts, noCounts, sumCounts } from "../../../src/domain/counts/counts.ts";
import { typeResults } from "../../../src/domain/observation/type-results.ts";
import { type OperationRun, operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { runTypeOf } from "../../../src/domain/operation-run/run-type.ts";
import { parseManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { type Snapshot, snapshotIdOf, snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import type { Document } from "./document.ts";
import { checkFleet, checkLinkChange } from "./fleet-invariants.ts";
import { Violation } from "./violation.ts";

/** What must hold at each change of a document. */
export function checkChange(before: Document | undefined, after: Document): void {
  if (after.kind === "link") checkLinkChange(before, after);
  if (after.kind !== "run") return;
  const run = operationRunSchema.parse(after);
  const isActive = run.status !== "completed";
  if ((run.activeKey === run.id) === isActive) throw new Violation("I2", `run ${run.id} keeps a wrong active key`);
  if (before === undefined) return;
  if (before["status"] === "completed") throw new Violation("I6", `the completed run ${run.id} was changed`);
  if (run.attempt > runTypeOf(run).maxAttempts) throw new Violation("I8", `run ${run.id} is attempted for ever`);
  const wasQueued = before["status"] === "queued";
  const isClaim = wasQueued && run.status === "running";
  if (run.status === "running" && !wasQueued && before["attempt"] !== run.attempt) {
    throw new Violation("I4", `run ${run.id} changed its attempt while running`);
  }
  if (isClaim && run.startedAt === null) throw new Violation("I8", `run ${run.id} runs and no time says since when`);
}

export type EndState = {
  readonly tenantData: readonly Document[];
  readonly snapshots: readonly Document[];
  readonly blobs: ReadonlyMap<string, string>;
  /** Ids of runs that a start answered. */
  readonly accepted: readonly string[];
};

/** What must hold when everything has come to rest. */
export function checkEnd({ tenantData, snapshots, blobs, accepted }: EndState): void {
  const runs = tenantData.filter(({ kind }) => kind === "run").map((each) => operationRunSchema.parse(each));
  const heads = snapshots.filter(({ kind }) => kind === "snapshot").map((each) => snapshotSchema.parse(each));
  for (const id of accepted) if (!runs.some((run) => run.id === id)) throw new Violation("I1", `run ${id} got lost`);
  for (const run of runs) {
    if (run.status !== "completed") throw new Violation("I1", `run ${run.id} never ended`);
    checkRecords(run, tenantData);
    checkSnapshot(run, heads, blobs);
    if (run.type === "fleet.snapshot") checkFleet(run, tenantData, runs);
    else checkCounts(run, tenantData, heads);
  }
}

/** One audit entry and one notification for the beginning and the end of each run: nothing is reported twice or lost. */
function checkRecords({ id, initiator }: OperationRun, documents: readonly Document[]): void {
  for (const action of ["operation.created", "operation.ended"]) {
    const entries = documents.filter((each) => each["action"] === action && each["target"] === id);
    if (entries.length !== 1) throw new Violation("I4", `run ${id} has ${entries.length} entries ${action}`);
  }
  const notifications = documents.filter(
    (each) => each.kind === "notification" && Object(each["notification"]).runId === id,
  );
  if (initiator.kind === "user" && notifications.length !== 2) {
    throw new Violation("I4", `the initiator of ${id} got ${notifications.length} notifications`);
  }
}

/** A snapshot is visible if and only if its run says so, and then its manifest verifies. */
function checkSnapshot(run: OperationRun, heads: readonly Snapshot[], blobs: ReadonlyMap<string, string>): void {
  const head = heads.find(({ id }) => id === snapshotIdOf(run.id));
  if ((head?.id ?? undefined) !== run.result?.snapshotId) {
    const says = run.result?.snapshotId ?? "none";
    throw new Violation("I3", `run ${run.id} (${run.outcome}) names ${says}, visible is ${head?.id ?? "none"}`);
  }
  if (!head) return;
  const text = blobs.get(`${head.id}/${head.rootHash}`) ?? "";
  if (parseManifestText(text).rootHash !== head.rootHash) throw new Violation("I3", `${head.id} does not verify`);
  if (run.outcome !== "succeeded" && run.outcome !== "partially_succeeded") {
    throw new Violation("I3", `${head.id} is visible and its run ${run.outcome}`);
  }
}

/**
 * Counters are the sum of the items: of the sealed snapshot; else of all parts of one attempt; a run that was stopped
 * counts those that were there when it was.
 */
function checkCounts(run: OperationRun, documents: readonly Document[], heads: readonly Snapshot[]): void {
  const head = heads.find(({ id }) => id === run.result?.snapshotId);
  const parts = documents.filter((each) => each.kind === "part" && each["runId"] === run.id);
  const attempts = [...Map.groupBy(parts, (each) => each["attempt"]).values()];
  const wasStopped = run.outcome === "cancelled" || run.outcome === "failed";
  const sums = attempts.flatMap((each) => (wasStopped ? subsetsOf(each) : [each]).map(sumOf));
  const allowed = head ? [head.counts] : [...sums, ...(wasStopped ? [noCounts, sumOf([])] : [])];
  const isSame = (counts: Counts): boolean => JSON.stringify(counts) === JSON.stringify(run.counts);
  if (!allowed.some(isSame)) throw new Violation("I7", `run ${run.id} counts ${JSON.stringify(run.counts)}`);
}

function sumOf(parts: readonly Document[]): Counts {
  const inOrder = parts.map(parsePart).toSorted((a, b) => a.n - b.n);
  return sumCounts(typeResults(inOrder).map(({ counts }) => counts));
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  const subsets: T[][] = [[]];
  for (const item of items) subsets.push(...subsets.map((each) => [...each, item]));
  return subsets;
}
