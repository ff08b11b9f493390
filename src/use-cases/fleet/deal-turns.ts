import { isoTime } from "../../domain/clock/clock.ts";
import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { type Fault, toFault } from "../../domain/error/fault.ts";
import type { FleetLimits } from "../../domain/fleet/fleet-limits.ts";
import type { Link } from "../../domain/fleet/link.ts";
import type { Attended } from "../../domain/fleet/settle-link.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { waitsOf } from "../../domain/operation-run/run-waits.ts";
import { openTenantScope, type TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { type SettleDeps, settleLinks } from "./settle-links.ts";
import { type ChildDeps, startChild } from "./start-child.ts";

type Dealt = "more" | "behind" | "done";

export type DealDeps = ChildDeps & SettleDeps & { readonly fleetLimits: FleetLimits };

// Point reads of single documents.
const readsAtOnce = 16;
// Many more than start in a round, because those that are held take no room from those after them.
const turnsPerRound = 100;
// Tenants that are paused one by one are few.
const mostHeld = 1_000;

/**
 * Gives tenants of a fleet their turn, the largest first, until the children of all fleets have no room for more or the
 * time is over. `done`: every tenant had its turn, and its child has ended. `behind`: others have all places.
 */
export async function dealTurns(deps: DealDeps, parent: OperationRun, untilMs: number): Promise<Dealt> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const active = await settleLinks(deps, links, await links.active());
  const atWork = (await mapAtOnce(active, readsAtOnce, (each) => takesRoom(deps, each))).filter(Boolean).length;
  const room = Math.min(deps.fleetLimits.atOnce - atWork, deps.fleetLimits.startsPerRound);
  const isIdle = active.every(({ link }) => link.parentRunId !== parent.id);
  if (room <= 0) return isIdle ? "behind" : "more";
  const waiting = await links.inState(parent.id, "waiting", turnsPerRound);
  await takeTurns(deps, parent, waiting, { room, untilMs, isLast: false });
  if (waiting.length > 0) return "more";
  const held = await links.inState(parent.id, "held", mostHeld);
  await takeTurns(deps, parent, isIdle ? held : await withoutPaused(deps, held), { room, untilMs, isLast: isIdle });
  return isIdle && held.length === 0 ? "done" : "more";
}

/**
 * A child of a tenant that was paused since does nothing, so it takes no room from others. One that says so still, after
 * a pause of the whole platform, is about to go on: with others in its place too many would work at once.
 */
async function takesRoom(deps: DealDeps, { link, child }: Attended): Promise<boolean> {
  const isWaiting = child && waitsOf(child, { nowMs: deps.clock.nowMs() }).some(({ reason }) => reason === "paused");
  return !isWaiting || !(await isPaused(deps, link.childTenantId));
}

async function withoutPaused(deps: DealDeps, links: readonly Link[]): Promise<Link[]> {
  const paused = await mapAtOnce(links, readsAtOnce, ({ childTenantId }) => isPaused(deps, childTenantId));
  return links.filter((_, position) => !paused[position]);
}

function isPaused({ storesOf }: DealDeps, tenantId: TenantId): Promise<boolean> {
  return storesOf(openTenantScope(tenantId, "run")).tenant.isGraphPaused();
}

type Deal = { readonly room: number; readonly untilMs: number; readonly isLast: boolean };

async function takeTurns(deps: DealDeps, parent: OperationRun, links: readonly Link[], deal: Deal): Promise<void> {
  let started = 0;
  for (const link of links) {
    if (started >= deal.room || deps.clock.nowMs() >= deal.untilMs) return;
    if ((await takeTurn(deps, parent, link, deal.isLast)) === "active") started += 1;
  }
}

/** Starts the child of one tenant, or holds its link back: what is wrong with one tenant must not keep the others. */
async function takeTurn(deps: DealDeps, parent: OperationRun, link: Link, isLast: boolean): Promise<Link["state"]> {
  const { links } = deps.storesOf(openTenantScope(parent.tenantId, "run"));
  const change = await turn(deps, parent, link).catch((error: unknown) => heldBack(toFault(error)));
  const passes = change.code !== null && passing.has(change.code);
  const final = isLast && change.state === "held" && !passes ? finalOf(change) : change;
  if (final.state !== link.state || final.code !== link.code) await links.change(link, final);
  return final.state;
}

// Whatever is in the way of such a one ends by itself.
const passing: ReadonlySet<ErrorCode> = new Set(["conflict", "cancelling"]);

type Change = Pick<Link, "state" | "code"> & Partial<Link>;

async function turn(deps: DealDeps, parent: OperationRun, link: Link): Promise<Change> {
  if (await isPaused(deps, link.childTenantId)) return { state: "held", code: "tenant_paused" };
  const scope = openTenantScope(link.childTenantId, "run");
  const troubles: unknown[] = [];
  const { run, joined } = await startChild(deps, scope, parent, (error) => troubles.push(error));
  const [trouble] = troubles.map(toFault);
  if (trouble) await tellTrouble(deps, parent, trouble);
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
export async function tellTrouble(
  { storesOf, clock }: Pick<DealDeps, "storesOf" | "clock">,
  parent: OperationRun,
  { code, message }: Fault,
): Promise<void> {
  const { runs } = storesOf(openTenantScope(parent.tenantId, "run"));
  await runs.heartbeat(parent, { at: isoTime(clock.nowMs()), trouble: { code, message, target: "", count: 1 } });
}
