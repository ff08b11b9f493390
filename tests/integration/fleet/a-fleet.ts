import { randomUUID } from "node:crypto";
import { fleetLimits, runLimits } from "../../../config/limits.ts";
import { toInventoryDocument } from "../../../src/adapters/cosmos/inventory-document.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import type { FleetLimits } from "../../../src/domain/fleet/fleet-limits.ts";
import type { Link, LinkState } from "../../../src/domain/fleet/link.ts";
import type { FleetStep } from "../../../src/domain/fleet/steps.ts";
import type { Ending } from "../../../src/domain/operation-run/lifecycle.ts";
import type { OperationQueue } from "../../../src/domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../../src/domain/store/tenant-stores.ts";
import {
  openTenantScope,
  type TenantId,
  type TenantScope,
  tenantIdSchema,
} from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { cancelFleet } from "../../../src/use-cases/fleet/cancel-fleet.ts";
import { makeFleet } from "../../../src/use-cases/fleet/make-fleet.ts";
import { makeFleetSteps } from "../../../src/use-cases/fleet/make-fleet-steps.ts";
import { dispatchOperation } from "../../../src/use-cases/run/dispatch-operation.ts";
import { endRun } from "../../../src/use-cases/run/end-run.ts";
import { reconcile } from "../../../src/use-cases/run/reconcile.ts";
import { startOperation } from "../../../src/use-cases/run/start-operation.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { operator } from "../../builders/a-run.ts";
import { afterSealingOf } from "../../builders/after-sealing.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import type { Product } from "../a-product.ts";
import { fakeWorkflows } from "../runs/fake-workflows.ts";

const admin = { kind: "user", id: "77777777-2222-4333-8444-555555555555", name: "Paula Platform" } as const;
const platform = openTenantScope(tenantIdSchema.parse("platform"), "authorised");

type Given = {
  readonly limits?: Partial<FleetLimits>;
  /** Stores of the walker in place of the product's. */
  readonly storesFor?: StoresFor;
  readonly queue?: OperationQueue;
  /** Tenants whose owners have switched every object type off. */
  readonly withheld?: ReadonlySet<TenantId>;
};

export async function addTenants(product: Product, count: number): Promise<TenantId[]> {
  const tenants = Array.from({ length: count }, () => tenantIdSchema.parse(randomUUID()));
  for (const tenant of tenants) await product.addTenant(tenant);
  return tenants;
}

/** The use cases of fleet runs over real adapters, with time that tests move and children that end when they say so. */
export function aFleet(product: Product, given: Given = {}) {
  const clock = aHurryingClock();
  const workflows = fakeWorkflows();
  const { aggregation, newId } = product;
  const base = { storesFor: product.storesFor, queue: product.queue, clock, newId, aggregation };
  const walkerBase = { ...base, storesFor: given.storesFor ?? base.storesFor, queue: given.queue ?? base.queue };
  // Tests that share a product leave children at work, and these count in all fleets.
  const limits = { ...fleetLimits, atOnce: 1_000, ...given.limits };
  const resolveTypes = async ({ tenantId }: TenantScope) => ({
    objectTypes: given.withheld?.has(tenantId) ? [] : ["settingsCatalog"],
    isEveryType: true,
  });
  const steps = makeFleetSteps({ ...walkerBase, resolveTypes, fleetLimits: limits });
  const callers = makeFleet(base);
  const request = { scope: platform, initiator: admin, correlationId: "c".repeat(32), traceparent: null };
  const { runs, links } = product.storesFor(platform);
  const workOf = ({ id, attempt }: OperationRun) => ({
    tenantId: platform.tenantId,
    runId: id,
    attempt,
    isPlanned: false,
  });

  const read = async (run: Pick<OperationRun, "id">): Promise<OperationRun> => {
    const found = await runs.read(run.id);
    if (!found) throw new Error("The run is there.");
    return found;
  };
  /** By the dispatcher, as a message would. */
  const claim = async (run: OperationRun): Promise<OperationRun> => {
    const message = { tenantId: platform.tenantId, runId: run.id, attempt: run.attempt };
    await dispatchOperation({ ...base, workflows, limits: runLimits }, message);
    return read(run);
  };
  const linksIn = (run: Pick<OperationRun, "id">, state: LinkState): Promise<readonly Link[]> =>
    links.inState(run.id, state, 1_000);

  return {
    clock,
    workflows,
    callers,
    steps,
    links,
    request,
    platform,
    read,
    claim,
    workOf,
    linksIn,
    start: async (tenants: readonly TenantId[]) => (await callers.start(tenants, request)).run,
    /** A fleet that is claimed and planned. */
    planned: async (tenants: readonly TenantId[]): Promise<OperationRun> => {
      const run = await claim((await callers.start(tenants, request)).run);
      await steps.planFleet(workOf(run));
      return run;
    },
    walk: (run: OperationRun): Promise<FleetStep> => steps.runFleetRound(workOf(run)),
    /** Cancelled by its caller, on whatever stores the walker has. */
    cancel: (run: OperationRun) => cancelFleet(walkerBase, platform, run.id, operator),
    end: (run: OperationRun, reason: "done" | "cancelled") => {
      const { isPlanned: _, ...work } = workOf(run);
      return steps.endFleet({ ...work, reason });
    },
    /** Somebody's own snapshot of a tenant. */
    startSnapshot: async (tenantId: TenantId): Promise<OperationRun> => {
      const selected = { objectTypes: ["settingsCatalog"], isEveryType: true };
      const own = { type: "snapshot.take", ...selected, label: null } as const;
      const scope = openTenantScope(tenantId, "authorised");
      return (await startOperation(base, { ...request, ...own, scope, initiator: operator })).run;
    },
    childOf: async ({ childTenantId, childRunId }: Link): Promise<OperationRun> => {
      const found = await product.storesFor(openTenantScope(childTenantId, "run")).runs.read(childRunId ?? "");
      if (!found) throw new Error("The child is there.");
      return found;
    },
    /** What the dispatcher does with a child. */
    beginChild: async ({ childTenantId, childRunId }: Link): Promise<void> => {
      const expected = { attempt: 1, status: ["queued"] } as const;
      const change = { status: "running", heartbeatAt: isoTime(clock.nowMs()) } as const;
      await product.storesFor(openTenantScope(childTenantId, "run")).runs.note(childRunId ?? "", { expected, change });
    },
    /** What a child's worker does at its end. */
    endChild: async ({ childTenantId, childRunId }: Link, ending: Partial<Ending> = {}): Promise<void> => {
      const scope = openTenantScope(childTenantId, "run");
      const child = await product.storesFor(scope).runs.read(childRunId ?? "");
      if (!child) throw new Error("The child is there.");
      const whole: Ending = { outcome: "succeeded", counts: { ...noCounts, total: 0 }, failures: [], result: null };
      await endRun(base, scope, child, { ...whole, ...ending });
    },
    reconcile: async (): Promise<readonly string[]> => {
      const own = {
        ...aggregation,
        activeRuns: async () => (await aggregation.activeRuns()).filter((run) => run.type === "fleet.snapshot"),
      };
      const deps = {
        ...base,
        aggregation: own,
        workflows,
        limits: runLimits,
        startedAtMs: 0,
        afterSealing: afterSealingOf(base),
      };
      const { repaired: healed } = await reconcile(deps, (error) => {
        throw error;
      });
      return healed.map(({ did }) => did);
    },
    now: () => isoTime(clock.nowMs()),
  };
}

/** A fleet of one tenant whose child works. */
export async function oneAtWork(product: Product, fleet: ReturnType<typeof aFleet>) {
  const run = await fleet.planned(await addTenants(product, 1));
  await fleet.walk(run);
  const [link] = await fleet.linksIn(run, "active");
  if (!link) throw new Error("There is one.");
  await fleet.beginChild(link);
  return { run, link };
}

export async function addObjects(product: Product, tenantId: TenantId, count: number): Promise<void> {
  for (let position = 0; position < count; position += 1) {
    const object = anInventoryObject({ id: `policy-${position}` });
    await product.cosmos.inventory.items.create(toInventoryDocument(tenantId, object));
  }
}

export const anAudit = (product: Product, action: "graph.paused" | "graph.resumed") => ({
  id: `audit-${product.newId()}`,
  actor: operator,
  action,
  target: "graph",
  before: null,
  after: null,
  at: "2026-03-01T08:00:00.000Z",
});

/** Stops a tenant's traffic to Graph, or lets it go on. */
export async function pauseTenant(product: Product, tenantId: TenantId, isPaused: boolean): Promise<void> {
  const { tenant } = product.storesFor(openTenantScope(tenantId, "authorised"));
  await tenant.setGraphPaused(isPaused, { ...anAudit(product, isPaused ? "graph.paused" : "graph.resumed"), tenantId });
}
