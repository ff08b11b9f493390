import { isoTime } from "../../domain/clock/clock.ts";
import { type Fault, toFault } from "../../domain/error/fault.ts";
import { fleetGroup } from "../../domain/fleet/fleet-counts.ts";
import type { FleetLimits } from "../../domain/fleet/fleet-limits.ts";
import type { Link } from "../../domain/fleet/link.ts";
import type { Attended } from "../../domain/fleet/settle-link.ts";
import type { FleetStep } from "../../domain/fleet/steps.ts";
import type { Work } from "../../domain/observation/steps.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import { heldBy } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { waitsOf } from "../../domain/operation-run/run-waits.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { openTenantScope } from "../../domain/tenant/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { cancelChildren, mostChildren } from "./cancel-children.ts";
import { settleLinks } from "./settle-links.ts";
import { type ChildDeps, startChild } from "./start-child.ts";

export type WalkDeps = ChildDeps & {
  readonly aggregation: Pick<Aggregation, "runs">;
  readonly fleetLimits: FleetLimits;
};

/**
 * One round of a fleet run: a sign of life; links whose children have ended are settled; children start while there is
 * room, the largest tenants first. Safe to repeat at any point: a child is found by its id, and a link changes only from
 * the state it was read in.
 */
export async function walkFleet(deps: WalkDeps, work: Work): Promise<FleetStep> {
  const { runs, tenant } = deps.storesOf(openTenantScope(work.tenantId, "run"));
  if (!heldBy(await runs.read(work.runId), work.attempt)) return { kind: "ended" };
  const isPaused = await tenant.isGraphPaused();
  const at = isoTime(deps.clock.nowMs());
  const { until } = wait(deps);
  const progress = { ...noProgress, waiting: isPaused ? ({ reason: "paused", until } as const) : null };
  const beat = { at, group: { name: fleetGroup, progress }, trouble: null };
  const parent = await runs.heartbeat({ id: work.runId, attempt: work.attempt }, beat);
  if (parent === "moved_on") return { kind: "ended" };
  const active = await settle(deps, parent);
  if (parent.cancelRequestedAt !== null) return cancel(deps, parent);
  if (isPaused) return wait(deps);
  return goOn(deps, parent, active);
}

function wait({ clock, fleetLimits }: WalkDeps): Extract<FleetStep, { kind: "wait" }> {
  return { kind: "wait", until: isoTime(clock.nowMs() + fleetLimits.roundMs) };
}

/** Children of this fleet that work on; how others ended is noted. */
async function settle(deps: WalkDeps, parent: OperationRun): Promise<Attended[]> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  return settleLinks(deps, links, await links.inState(parent.id, "active", mostChildren));
}

/** A child that hangs must not keep the parent: what it did until then is counted, and it ends by its own deadline. */
async function cancel(deps: WalkDeps, parent: OperationRun): Promise<FleetStep> {
  const { left, trouble } = await cancelChildren(deps, parent);
  if (trouble) await tell(deps, parent, trouble);
  const waitedMs = deps.clock.nowMs() - Date.parse(parent.cancelRequestedAt ?? "");
  return left === 0 || waitedMs > deps.fleetLimits.cancelWaitMs ? { kind: "cancelled" } : wait(deps);
}

async function goOn(deps: WalkDeps, parent: OperationRun, active: readonly Attended[]): Promise<FleetStep> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const atWork = (await mapAtOnce(active, readsAtOnce, (each) => takesRoom(deps, each))).filter(Boolean).length;
  const room = Math.min(deps.fleetLimits.atOnce - atWork, deps.fleetLimits.startsPerRound);
  if (room <= 0) return wait(deps);
  const waiting = await links.inState(parent.id, "waiting", room);
  for (const link of waiting) await takeTurn(deps, parent, link, false);
  if (waiting.length > 0) return wait(deps);
  const held = await links.inState(parent.id, "held", room);
  for (const link of held) await takeTurn(deps, parent, link, active.length === 0);
  return held.length + active.length > 0 ? wait(deps) : { kind: "done" };
}

// Point reads of single documents.
const readsAtOnce = 16;

/**
 * A child of a tenant that was paused since does nothing, so it takes no room from others. One that says so still, after
 * a pause of the whole platform, is about to go on: with others in its place too many would work at once.
 */
async function takesRoom({ clock, storesOf }: WalkDeps, { link, child }: Attended): Promise<boolean> {
  const isWaiting = child && waitsOf(child, { nowMs: clock.nowMs() }).some(({ reason }) => reason === "paused");
  return !isWaiting || !(await storesOf(openTenantScope(link.childTenantId, "run")).tenant.isGraphPaused());
}

/** Starts the child of one tenant, or holds its link back: what is wrong with one tenant must not keep the others. */
async function takeTurn(deps: WalkDeps, parent: OperationRun, link: Link, isLastTurn: boolean): Promise<void> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const change = await turn(deps, parent, link).catch((error: unknown) => heldBack(toFault(error)));
  // Whatever is in the way of this one ends by itself.
  const passes = change.code === "conflict";
  const final = isLastTurn && change.state === "held" && !passes ? finalOf(change) : change;
  if (final.state !== link.state || final.code !== link.code) await links.change(link, final);
}

type Change = Pick<Link, "state" | "code"> & Partial<Link>;

async function turn(deps: WalkDeps, parent: OperationRun, link: Link): Promise<Change> {
  const scope = openTenantScope(link.childTenantId, "run");
  if (await deps.storesOf(scope).tenant.isGraphPaused()) return { state: "held", code: "tenant_paused" };
  const troubles: unknown[] = [];
  const { run, joined } = await startChild(deps, scope, parent, (error) => troubles.push(error));
  const [trouble] = troubles.map(toFault);
  if (trouble) await tell(deps, parent, trouble);
  return { state: "active", childRunId: run.id, joined, code: null };
}

function heldBack({ code }: Fault): Change {
  return { state: "held", code };
}

// What somebody decided about the tenant is no failure of its run.
const decided: ReadonlySet<Link["code"]> = new Set(["tenant_paused", "types_withheld"]);

function finalOf({ code }: Change): Change {
  return { state: decided.has(code) ? "skipped" : "failed", code };
}

/**
 * Who watches the parent may know. A child whose message was not taken is queued, and the reconciler sends it; one that
 * could not be cancelled is told again in the next round.
 */
async function tell({ storesOf, clock }: WalkDeps, parent: OperationRun, { code, message }: Fault): Promise<void> {
  const { runs } = storesOf(openTenantScope(parent.tenantId, "run"));
  await runs.heartbeat(parent, { at: isoTime(clock.nowMs()), trouble: { code, message, target: "", count: 1 } });
}
