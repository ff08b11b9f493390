import { isoTime } from "../../domain/clock/clock.ts";
import type { FleetStep } from "../../domain/fleet/steps.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { attemptKey } from "../../domain/operation-run/run-identity.ts";
import { fleetGroup } from "../../domain/operation-run/run-waits.ts";
import type { Work } from "../../domain/operation-run/work.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelChildren } from "./cancel-children.ts";
import { reportError, type ScheduleChildrenDeps, scheduleChildren } from "./schedule-children.ts";
import { settleLinks } from "./settle-links.ts";

export type FleetRoundDeps = ScheduleChildrenDeps;

/**
 * One round of a fleet run: a heartbeat; links whose children have ended are settled; children start while slots are
 * free, the largest tenants first. Safe to repeat at any point: a child is found by its id, and a link changes only from
 * the state it was read in.
 */
export async function runFleetRound(deps: FleetRoundDeps, work: Work): Promise<FleetStep> {
  const { runs, tenant } = deps.storesFor(openTenantScope(work.tenantId, "run"));
  if (!ifHeldByAttempt(await runs.read(work.runId), work.attempt)) return { kind: "ended" };
  const isPaused = (await tenant.graphStop()) !== null;
  const nowMs = deps.clock.nowMs();
  const at = isoTime(nowMs);
  const next: NextRound = { kind: "wait", until: isoTime(nowMs + deps.fleetLimits.roundMs) };
  const progress = { ...noProgress, waiting: isPaused ? ({ reason: "paused", until: next.until } as const) : null };
  const beat = { at, group: { name: fleetGroup, progress }, lastError: null };
  const parent = await runs.heartbeat({ id: work.runId, attempt: work.attempt }, beat);
  if (parent === "moved_on") return { kind: "ended" };
  if (parent.cancelRequestedAt === null && !isPaused) return scheduleUnderLease(deps, parent, next);
  await settle(deps, parent);
  return parent.cancelRequestedAt === null ? next : cancel(deps, parent, next);
}

/** The round after this one, from when this one began: a long one must not leave slots free for longer. */
type NextRound = Extract<FleetStep, { kind: "wait" }>;

/** At another moment of the round: two fleets whose rounds begin together would meet each time, and one would never get the lease. */
function atRandomMoment({ clock, fleetLimits }: FleetRoundDeps, nowMs: number): NextRound {
  return { kind: "wait", until: isoTime(nowMs + clock.random() * fleetLimits.roundMs) };
}

/**
 * One fleet at a time counts active children and starts more: two at once would fill the same slots. The lease lies
 * beside the links, so that whoever takes it sees what the one before wrote (session consistency). The attempt holds it,
 * so that a round which is repeated after a crash goes on at once.
 */
async function scheduleUnderLease(deps: FleetRoundDeps, parent: OperationRun, next: NextRound): Promise<FleetStep> {
  const { leases, runs } = deps.storesFor(openTenantScope(parent.tenantId, "run"));
  const nowMs = deps.clock.nowMs();
  const untilMs = nowMs + deps.fleetLimits.schedulingMs;
  const { id: runId, attempt } = parent;
  const holder = attemptKey(runId, attempt);
  const lease = { group: fleetGroup, runId, attempt, holder, expiresAt: isoTime(untilMs) };
  if ((await leases.acquire(lease, isoTime(nowMs))).kind === "busy") return atRandomMoment(deps, nowMs);
  try {
    const scheduled = await scheduleChildren(deps, parent, untilMs);
    const waiting = { group: fleetGroup, reason: "busy", until: next.until } as const;
    if (scheduled === "behind") await runs.heartbeat(parent, { at: isoTime(deps.clock.nowMs()), waiting });
    return scheduled === "done" ? { kind: "done" } : next;
  } finally {
    // A lease that cannot be given back ends by itself; what the round did counts more.
    await leases.release(fleetGroup, holder).catch(() => undefined);
  }
}

/** How children of this fleet ended is noted. */
async function settle(deps: FleetRoundDeps, parent: OperationRun): Promise<void> {
  const { links } = deps.storesFor(openTenantScope(parent.tenantId, "run"));
  const active = await links.active();
  await settleLinks(
    deps,
    links,
    active.filter(({ parentRunId }) => parentRunId === parent.id),
  );
}

/** A child that hangs must not keep the parent: what it did until then is counted, and it ends by its own deadline. */
async function cancel(deps: FleetRoundDeps, parent: OperationRun, next: NextRound): Promise<FleetStep> {
  const { stillActive, error } = await cancelChildren(deps, parent);
  if (error) await reportError(deps, parent, error);
  const waitedMs = deps.clock.nowMs() - Date.parse(parent.cancelRequestedAt ?? "");
  return stillActive === 0 || waitedMs > deps.fleetLimits.cancelWaitMs ? { kind: "cancelled" } : next;
}
