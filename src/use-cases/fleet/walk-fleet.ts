import { isoTime } from "../../domain/clock/clock.ts";
import type { FleetStep } from "../../domain/fleet/steps.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import { heldBy } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { attemptKey } from "../../domain/operation-run/run-identity.ts";
import { fleetGroup } from "../../domain/operation-run/run-waits.ts";
import type { Work } from "../../domain/operation-run/work.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelChildren } from "./cancel-children.ts";
import { type DealDeps, dealTurns, tellTrouble } from "./deal-turns.ts";
import { settleLinks } from "./settle-links.ts";

export type WalkDeps = DealDeps;

/**
 * One round of a fleet run: a sign of life; links whose children have ended are settled; children start while there is
 * room, the largest tenants first. Safe to repeat at any point: a child is found by its id, and a link changes only from
 * the state it was read in.
 */
export async function walkFleet(deps: WalkDeps, work: Work): Promise<FleetStep> {
  const { runs, tenant } = deps.storesOf(openTenantScope(work.tenantId, "run"));
  if (!heldBy(await runs.read(work.runId), work.attempt)) return { kind: "ended" };
  const isPaused = await tenant.isGraphPaused();
  const nowMs = deps.clock.nowMs();
  const at = isoTime(nowMs);
  const next: Next = { kind: "wait", until: isoTime(nowMs + deps.fleetLimits.roundMs) };
  const progress = { ...noProgress, waiting: isPaused ? ({ reason: "paused", until: next.until } as const) : null };
  const beat = { at, group: { name: fleetGroup, progress }, trouble: null };
  const parent = await runs.heartbeat({ id: work.runId, attempt: work.attempt }, beat);
  if (parent === "moved_on") return { kind: "ended" };
  if (parent.cancelRequestedAt === null && !isPaused) return deal(deps, parent, next);
  await settle(deps, parent);
  return parent.cancelRequestedAt === null ? next : cancel(deps, parent, next);
}

/** The round after this one, from when this one began: a long one must not leave places free for longer. */
type Next = Extract<FleetStep, { kind: "wait" }>;

/** At another moment of the round: two fleets whose rounds begin together would meet each time, and one never have a turn. */
function sooner({ clock, fleetLimits }: WalkDeps, nowMs: number): Next {
  return { kind: "wait", until: isoTime(nowMs + clock.random() * fleetLimits.roundMs) };
}

/**
 * One fleet at a time counts who is at work and gives turns: two at once would give the same places away. The lease lies
 * beside the links, so that whoever takes it sees what the one before wrote (session consistency). The attempt holds it,
 * so that a round which is repeated after a crash goes on at once.
 */
async function deal(deps: WalkDeps, parent: OperationRun, next: Next): Promise<FleetStep> {
  const { leases, runs } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const nowMs = deps.clock.nowMs();
  const untilMs = nowMs + deps.fleetLimits.dealMs;
  const { id: runId, attempt } = parent;
  const holder = attemptKey(runId, attempt);
  const lease = { group: fleetGroup, runId, attempt, holder, expiresAt: isoTime(untilMs) };
  if ((await leases.acquire(lease, isoTime(nowMs))).kind === "busy") return sooner(deps, nowMs);
  try {
    const dealt = await dealTurns(deps, parent, untilMs);
    const waiting = { group: fleetGroup, reason: "busy", until: next.until } as const;
    if (dealt === "behind") await runs.heartbeat(parent, { at: isoTime(deps.clock.nowMs()), waiting });
    return dealt === "done" ? { kind: "done" } : next;
  } finally {
    // A lease that cannot be given back ends by itself; what the round did counts more.
    await leases.release(fleetGroup, holder).catch(() => undefined);
  }
}

/** How children of this fleet ended is noted. */
async function settle(deps: WalkDeps, parent: OperationRun): Promise<void> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const active = await links.active();
  await settleLinks(
    deps,
    links,
    active.filter(({ parentRunId }) => parentRunId === parent.id),
  );
}

/** A child that hangs must not keep the parent: what it did until then is counted, and it ends by its own deadline. */
async function cancel(deps: WalkDeps, parent: OperationRun, next: Next): Promise<FleetStep> {
  const { left, trouble } = await cancelChildren(deps, parent);
  if (trouble) await tellTrouble(deps, parent, trouble);
  const waitedMs = deps.clock.nowMs() - Date.parse(parent.cancelRequestedAt ?? "");
  return left === 0 || waitedMs > deps.fleetLimits.cancelWaitMs ? { kind: "cancelled" } : next;
}
