import { isoTime } from "../../domain/clock/clock.ts";
import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { type Fault, toFault } from "../../domain/error/fault.ts";
import type { FleetLimits } from "../../domain/fleet/fleet-limits.ts";
import type { Link } from "../../domain/fleet/link.ts";
import type { LinkWithChild } from "../../domain/fleet/settle-link.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { waitsOf } from "../../domain/operation-run/run-waits.ts";
import type { GraphStop } from "../../domain/tenant/repository.ts";
import { openTenantScope, type TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { type SettleDeps, settleLinks } from "./settle-links.ts";
import { type ChildDeps, startChild } from "./start-child.ts";

type Schedule = "more" | "behind" | "done";

export type ScheduleChildrenDeps = ChildDeps & SettleDeps & { readonly fleetLimits: FleetLimits };

// Point reads of single documents.
const readsAtOnce = 16;
// Many more than start in a round, because links that are held use no slot.
const linksPerRound = 100;
// Tenants that are paused one by one are few.
const maxHeldLinks = 1_000;

/**
 * Starts children of a fleet, the largest tenants first, until the slots that all fleets share are full or the time is
 * over. `done`: every tenant has had its child, and it has ended. `behind`: other fleets hold all slots.
 */
export async function scheduleChildren(
  deps: ScheduleChildrenDeps,
  parent: OperationRun,
  untilMs: number,
): Promise<Schedule> {
  const { links } = deps.storesFor(openTenantScope(parent.tenantId, "run"));
  const active = await settleLinks(deps, links, await links.active());
  const slotsInUse = (await mapAtOnce(active, readsAtOnce, (each) => isUsingSlot(deps, each))).filter(Boolean).length;
  const freeSlots = Math.min(deps.fleetLimits.atOnce - slotsInUse, deps.fleetLimits.startsPerRound);
  const isIdle = active.every(({ link }) => link.parentRunId !== parent.id);
  if (freeSlots <= 0) return isIdle ? "behind" : "more";
  const waiting = await links.inState(parent.id, "waiting", linksPerRound);
  await startChildren(deps, parent, waiting, { freeSlots, untilMs, isLast: false });
  if (waiting.length > 0) return "more";
  const held = await links.inState(parent.id, "held", maxHeldLinks);
  await startChildren(deps, parent, isIdle ? held : await withoutStopped(deps, held), {
    freeSlots,
    untilMs,
    isLast: isIdle,
  });
  return isIdle && held.length === 0 ? "done" : "more";
}

/**
 * A child of a tenant that was paused since does nothing, so it holds no slot. One that says so still, after
 * a pause of the whole platform, is about to go on: with others in its slot too many would work at once.
 */
async function isUsingSlot(deps: ScheduleChildrenDeps, { link, child }: LinkWithChild): Promise<boolean> {
  const isWaiting = child && waitsOf(child, { nowMs: deps.clock.nowMs() }).some(({ reason }) => reason === "paused");
  return !isWaiting || (await stopOf(deps, link.childTenantId)) === null;
}

async function withoutStopped(deps: ScheduleChildrenDeps, links: readonly Link[]): Promise<Link[]> {
  const stops = await mapAtOnce(links, readsAtOnce, ({ childTenantId }) => stopOf(deps, childTenantId));
  return links.filter((_, position) => stops[position] === null);
}

function stopOf({ storesFor }: ScheduleChildrenDeps, tenantId: TenantId): Promise<GraphStop | null> {
  return storesFor(openTenantScope(tenantId, "run")).tenant.graphStop();
}

type RoundBudget = { readonly freeSlots: number; readonly untilMs: number; readonly isLast: boolean };

async function startChildren(
  deps: ScheduleChildrenDeps,
  parent: OperationRun,
  links: readonly Link[],
  budget: RoundBudget,
): Promise<void> {
  let started = 0;
  for (const link of links) {
    if (started >= budget.freeSlots || deps.clock.nowMs() >= budget.untilMs) return;
    if ((await startOrHold(deps, parent, link, budget.isLast)) === "active") started += 1;
  }
}

/** Starts the child of one tenant, or holds its link back: what is wrong with one tenant must not keep the others. */
async function startOrHold(
  deps: ScheduleChildrenDeps,
  parent: OperationRun,
  link: Link,
  isLast: boolean,
): Promise<Link["state"]> {
  const { links } = deps.storesFor(openTenantScope(parent.tenantId, "run"));
  const change = await startUnlessStopped(deps, parent, link).catch((error: unknown) => heldBack(toFault(error)));
  const passes = change.code !== null && transientCodes.has(change.code);
  const final = isLast && change.state === "held" && !passes ? finalOf(change) : change;
  if (final.state !== link.state || final.code !== link.code) await links.change(link, final);
  return final.state;
}

// Whatever is in the way of such a one ends by itself.
const transientCodes: ReadonlySet<ErrorCode> = new Set(["conflict", "cancelling"]);

type Change = Pick<Link, "state" | "code"> & Partial<Link>;

async function startUnlessStopped(deps: ScheduleChildrenDeps, parent: OperationRun, link: Link): Promise<Change> {
  const stop = await stopOf(deps, link.childTenantId);
  if (stop) return { state: "held", code: stop };
  const scope = openTenantScope(link.childTenantId, "run");
  const sendErrors: unknown[] = [];
  const { run, joined } = await startChild(deps, scope, parent, (error) => sendErrors.push(error));
  const [sendError] = sendErrors.map(toFault);
  if (sendError) await reportError(deps, parent, sendError);
  return { state: "active", childRunId: run.id, joined, code: null };
}

function heldBack({ code }: Fault): Change {
  return { state: "held", code };
}

// What somebody decided about the tenant is no failure of its run.
const intendedCodes: ReadonlySet<Link["code"]> = new Set([
  "tenant_paused",
  "tenant_suspended",
  "tenant_archived",
  "types_withheld",
]);

function finalOf({ code }: Change): Change {
  return { state: intendedCodes.has(code) ? "skipped" : "failed", code };
}

/**
 * Who watches the parent may know. A child whose message was not taken is queued, and the reconciler sends it; one that
 * could not be cancelled is cancelled again in the next round.
 */
export async function reportError(
  { storesFor, clock }: Pick<ScheduleChildrenDeps, "storesFor" | "clock">,
  parent: OperationRun,
  { code, message }: Fault,
): Promise<void> {
  const { runs } = storesFor(openTenantScope(parent.tenantId, "run"));
  await runs.heartbeat(parent, { at: isoTime(clock.nowMs()), lastError: { code, message, target: "", count: 1 } });
}
