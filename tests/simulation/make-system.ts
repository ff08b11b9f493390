import type { VersionRules } from "@tenantpilot/embedded-azure/durable/version-match";
import { fleetLimits, runLimits } from "../../config/limits.ts";
import type { Clock } from "../../src/domain/clock/clock.ts";
import { fleetEndSchema, fleetWorkSchema } from "../../src/domain/fleet/steps.ts";
import { endingWorkSchema, groupWorkSchema } from "../../src/domain/observation/steps.ts";
import type { RunEvent } from "../../src/domain/operation-run/run-event.ts";
import { workSchema } from "../../src/domain/operation-run/work.ts";
import type { StoresFor } from "../../src/domain/store/tenant-stores.ts";
import { openTenantScope, type TenantId, tenantIdSchema } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { cancelFleet } from "../../src/use-cases/fleet/cancel-fleet.ts";
import { endFleet } from "../../src/use-cases/fleet/end-fleet.ts";
import { planFleet } from "../../src/use-cases/fleet/plan-fleet.ts";
import { runFleetRound } from "../../src/use-cases/fleet/run-fleet-round.ts";
import { startFleet } from "../../src/use-cases/fleet/start-fleet.ts";
import { withRunEvents } from "../../src/use-cases/platform/with-run-events.ts";
import { cancelOperation } from "../../src/use-cases/run/cancel-operation.ts";
import { closeDeadLetter } from "../../src/use-cases/run/close-dead-letter.ts";
import { dispatchOperation } from "../../src/use-cases/run/dispatch-operation.ts";
import { endOperation } from "../../src/use-cases/run/end-operation.ts";
import { planOperation } from "../../src/use-cases/run/plan-operation.ts";
import { reconcile } from "../../src/use-cases/run/reconcile.ts";
import { startOperation } from "../../src/use-cases/run/start-operation.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import { operator, otherTenantId, someIds, tenantId } from "../builders/a-run.ts";
import { makeMemoryQueue } from "./memory-queue.ts";
import { makeMemoryStore, runsIn } from "./memory-stores.ts";
import { type Activity, makeMemoryWorkflows } from "./memory-workflows.ts";
import { packagesOf, type Version } from "./next-version.ts";
import { observeInMemory } from "./observe-in-memory.ts";
import { never, type Owner, type Process, type World } from "./world.ts";

export type System = ReturnType<typeof makeSystem>;

const tenants = [
  tenantId,
  otherTenantId,
  ...["33", "44"].map((each) => tenantIdSchema.parse(`${each}333333-2222-4333-8444-555555555555`)),
];
const platformId = tenantIdSchema.parse("platform");
const everyType = ["deviceCompliance", "settingsCatalog"];
const typeSets = [["settingsCatalog"], everyType];

/** The product's lifecycle as two processes: its own use cases and workflows over ports in memory. */
export function makeSystem(
  world: World,
  { lagMs, doubled, rules }: { lagMs: number; doubled: number; rules: VersionRules },
) {
  const http: Process = { name: "http", isAlive: false, life: 0 };
  const worker: Process = { name: "worker", isAlive: false, life: 0 };
  const store = makeMemoryStore(world, { lagMs, tenants }, (id) =>
    id === operator.id && hasRight ? "operator" : undefined,
  );
  const queue = makeMemoryQueue(world);
  const newId = someIds();
  let hasRight = true;
  const accepted: string[] = [];
  const published = new Set<string>();
  const publish = ({ name, run, attempt }: RunEvent): void => {
    const event = `${name} ${run.id} ${name === "ended" ? "" : attempt}`;
    if (published.has(event)) world.violations.push(new Violation("the events", `published twice: ${event}`));
    published.add(event);
  };
  const storesFor = (owner: Owner): StoresFor => {
    const ofOwner = store.storesFor(owner);
    return (scope) => withRunEvents(ofOwner(scope), publish);
  };
  const packages = packagesOf(activitiesOf(world, { store, storesFor }, queue, newId));
  let deployed: Version = "1.1";
  const engine = makeMemoryWorkflows(world, {
    installed: packages[deployed],
    rules,
    doubled: () => world.random.chance(doubled),
  });

  function depsOf(owner: Owner) {
    const clock = clockOf(world, owner);
    return {
      clock,
      newId,
      limits: runLimits,
      startedAtMs: world.nowMs(),
      afterSealing,
      storesFor: storesFor(owner),
      queue: queue.portOf(owner),
      workflows: engine.portOf(owner),
      aggregation: store.aggregationOf(owner),
    };
  }

  let httpOwner = world.start(http);
  let workerOwner = world.start(worker);
  let httpDeps = depsOf(httpOwner);
  let workerDeps = depsOf(workerOwner);

  function restart(process: Process): void {
    if (process === http) {
      httpOwner = world.start(http);
      httpDeps = depsOf(httpOwner);
      return;
    }
    workerOwner = world.start(worker);
    workerDeps = depsOf(workerOwner);
    engine.resume(workerOwner, packages[deployed]);
  }

  async function start(): Promise<void> {
    const scope = openTenantScope(world.random.pick(tenants), "authorised");
    const objectTypes = world.random.pick(typeSets);
    const type = world.random.chance(0.7) ? "snapshot.take" : "inventory.sync";
    const request = {
      scope,
      type,
      objectTypes,
      isEveryType: objectTypes === everyType,
      label: null,
      initiator: operator,
      correlationId: "c",
      traceparent: null,
    };
    const started = await startOperation(httpDeps, { ...request, type } as never);
    world.note(`answers ${started.run.id.slice(-3)}${started.reused ? " (joined)" : ""}`);
    accepted.push(started.run.id);
  }

  /** A snapshot of all tenants, or of one of them. */
  async function startAll(): Promise<void> {
    const scope = openTenantScope(platformId, "authorised");
    const request = { scope, initiator: operator, correlationId: "c", traceparent: null };
    const wanted = world.random.chance(0.3) ? [world.random.pick(tenants)] : undefined;
    const { run, reused } = await startFleet(httpDeps, wanted, request);
    world.note(`answers the fleet ${run.id.slice(-3)}${reused ? " (joined)" : ""}`);
    accepted.push(run.id);
  }

  /** Somebody asks for a run to be cancelled: at once when it waits, at its next checkpoint when it works. */
  async function cancel(): Promise<void> {
    const run = runsIn(new Map(store.documents("tenantData").map((each) => [each.id, each]))).findLast(
      ({ status }) => status !== "completed",
    );
    if (!run) return;
    const cancelRun = run.type === "fleet.snapshot" ? cancelFleet : cancelOperation;
    await cancelRun(httpDeps, openTenantScope(run.tenantId, "authorised"), run.id, operator);
  }

  async function deliver(from: "active" | "dead"): Promise<void> {
    const delivery = queue.receive(from);
    if (!delivery) return;
    const [owner, deps] = [workerOwner, workerDeps];
    try {
      await (from === "active" ? dispatchOperation(deps, delivery.body) : closeDeadLetter(deps, delivery.body));
      await world.call(owner, `completes ${delivery.message.id.slice(-5)}`, () => queue.complete(delivery));
    } catch {
      await world.call(owner, `gives ${delivery.message.id.slice(-5)} back`, () => queue.giveBack(delivery));
      queue.sweep();
    }
  }

  const tick = (): Promise<unknown> =>
    reconcile({ ...workerDeps, startedAtMs: 0 }, (error) => world.note(`reconciler: ${String(error)}`));

  return {
    http,
    worker,
    store,
    queue,
    engine,
    accepted,
    start,
    startAll,
    cancel,
    /** A tenant's owner stops its Graph traffic, or lets it go on. */
    setPaused: (isPaused: boolean) => {
      if (isPaused) store.paused.add(world.random.pick(tenants));
      else store.paused.clear();
    },
    setRight: (given: boolean) => {
      hasRight = given;
    },
    deliver,
    tick,
    restart,
    /** Both apps end, whatever they do, and are started again with another version, newer or older. */
    deploy: (version: Version) => {
      world.note(`deploys ${version}`);
      deployed = version;
      for (const process of [worker, http]) if (process.isAlive) world.crash(process, `for ${version}`);
    },
  };
}

type MemoryStores = {
  readonly store: ReturnType<typeof makeMemoryStore>;
  readonly storesFor: (owner: Owner) => StoresFor;
};

/** Histories stop nothing, and have seeds of their own (tools/soak/versions). */
const afterSealing = async (): Promise<void> => undefined;

function activitiesOf(
  world: World,
  { store, storesFor }: MemoryStores,
  queue: ReturnType<typeof makeMemoryQueue>,
  newId: () => string,
): Readonly<Record<string, Activity>> {
  const typeOf = (key: string) => ({ key, serviceGroup: key, isReference: false });
  const ofTenant = (owner: Owner, id: TenantId) => storesFor(owner)(openTenantScope(id, "run"));
  const depsOf = (owner: Owner) => ({
    storesFor: storesFor(owner),
    aggregation: store.aggregationOf(owner),
    queue: queue.portOf(owner),
    clock: clockOf(world, owner),
    newId,
    // Fewer at once than there are tenants, so that some wait for their turn.
    fleetLimits: { ...fleetLimits, atOnce: 2, startsPerRound: 1 },
    resolveTypes: async () => ({ objectTypes: everyType, isEveryType: true }),
  });
  return {
    planFleet: (owner, input) => planFleet(depsOf(owner), fleetWorkSchema.parse(input)),
    walkFleet: (owner, input) => runFleetRound(depsOf(owner), fleetWorkSchema.parse(input)),
    endFleet: (owner, input) => endFleet(depsOf(owner), fleetEndSchema.parse(input)),
    planOperation: (owner, input) => {
      const work = workSchema.parse(input);
      return planOperation({ stores: ofTenant(owner, work.tenantId), typeOf }, work);
    },
    observeGroup: (owner, input) => {
      const work = groupWorkSchema.parse(input);
      const stores = ofTenant(owner, work.tenantId);
      const isPaused = async () => (await stores.tenant.graphStop()) !== null;
      const deps = { stores, clock: clockOf(world, owner), limits: runLimits, newId, isPaused };
      return observeInMemory(world, deps, work);
    },
    endOperation: (owner, input) => {
      const deps = { storesFor: storesFor(owner), queue: queue.portOf(owner), clock: clockOf(world, owner), newId };
      return endOperation({ ...deps, objectTypes: [], afterSealing }, endingWorkSchema.parse(input));
    },
  };
}

function untilAborted(pause: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return pause;
  const aborted = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => aborted.reject(signal.reason), { once: true });
  return Promise.race([pause, aborted.promise]);
}

function clockOf(world: World, owner: Owner): Clock {
  return {
    nowMs: () => world.nowMs(),
    random: () => world.random.next(),
    pause: (ms, signal) => (world.isOf(owner) ? untilAborted(world.pause(owner, ms), signal) : never()),
  };
}
