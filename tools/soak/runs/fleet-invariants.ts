import { toFleetCounts, toTally } from "../../../src/domain/fleet/fleet-counts.ts";
import { type Link, linkSchema } from "../../../src/domain/fleet/link.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { deriveOutcome } from "../../../src/domain/operation-run/outcome.ts";
import type { Document } from "./document.ts";
import { toLinks } from "./to-links.ts";
import { Violation } from "./violation.ts";

const open = new Set<Link["state"]>(["waiting", "held", "active"]);

/** A link whose child has ended says so for ever, and never names another child. */
export function checkLinkChange(before: Document | undefined, after: Document): void {
  if (before === undefined) return;
  const [was, is] = [linkSchema.parse(before), linkSchema.parse(after)];
  if (!open.has(was.state)) throw new Violation("I6", `the ended link of ${was.childTenantId} was changed`);
  if (was.childRunId !== null && was.childRunId !== is.childRunId) {
    throw new Violation("I2", `the link of ${was.childTenantId} got a second child`);
  }
}

/** What must hold of a fleet run at rest: no tenant has two children, links say what became of them, counts are theirs. */
export function checkFleet(run: OperationRun, documents: readonly Document[], runs: readonly OperationRun[]): void {
  const links = toLinks(documents).filter(({ parentRunId }) => parentRunId === run.id);
  const children = runs.filter(({ initiator }) => initiator.id === run.id);
  const perTenant = Map.groupBy(children, ({ tenantId }) => tenantId);
  for (const [tenantId, { length }] of perTenant) {
    if (length > 1) throw new Violation("I2", `the fleet ${run.id} has ${length} children in ${tenantId}`);
  }
  for (const link of links) checkLink(link, runs);
  checkFleetCounts(run, links);
}

function checkLink({ childRunId, state, childTenantId }: Link, runs: readonly OperationRun[]): void {
  if (childRunId === null) return;
  const child = runs.find(({ id }) => id === childRunId);
  if (!child) throw new Violation("I1", `the child ${childRunId} of ${childTenantId} got lost`);
  if (!open.has(state) && child.outcome !== state) {
    throw new Violation("I7", `the link of ${childTenantId} says ${state}, its child ${child.outcome}`);
  }
}

const stopped = new Set(["stalled", "timed_out", "dispatch_failed", "dead_lettered"]);

/** A fleet that came to its end counts every tenant; one that was stopped counts what had ended by then. */
function checkFleetCounts({ id, input, counts, outcome, failures }: OperationRun, links: readonly Link[]): void {
  const sum = toFleetCounts(
    toTally((state) => links.filter((link) => link.state === state).length),
    input.tenants ?? 0,
  );
  if (outcome === "cancelled" || stopped.has(failures[0]?.code ?? "")) {
    if (counts.processed > sum.processed) throw new Violation("I7", `the fleet ${id} counts more than has ended`);
    if (counts.processed < (input.tenants ?? 0)) return;
  }
  if (JSON.stringify(counts) !== JSON.stringify(sum)) throw new Violation("I7", `the fleet ${id} counts wrongly`);
  if (counts.processed !== input.tenants) throw new Violation("I1", `the fleet ${id} ended and left tenants out`);
  if (outcome !== "cancelled" && outcome !== "failed" && outcome !== deriveOutcome(counts))
    throw new Violation("I7", `the fleet ${id} says ${outcome}`);
}
