import { ServiceBusClient } from "@azure/service-bus";
import { beforeAll, beforeEach } from "vitest";
import { runLimits } from "../../../config/limits.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import {
  type Part as ObservedPart,
  partSchema,
  type TypeResult,
  typeResultSchema,
} from "../../../src/domain/observation/part.ts";
import { toStagingText } from "../../../src/domain/observation/staged-entry.ts";
import { type OperationMessage, operationMessageSchema } from "../../../src/domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { RunEvent } from "../../../src/domain/operation-run/run-event.ts";
import { attemptKey } from "../../../src/domain/operation-run/run-identity.ts";
import { snapshotTake } from "../../../src/domain/operation-run/run-types/snapshot-take.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { withRunEvents } from "../../../src/use-cases/platform/with-run-events.ts";
import { cancelOperation } from "../../../src/use-cases/run/cancel-operation.ts";
import { closeDeadLetter } from "../../../src/use-cases/run/close-dead-letter.ts";
import { dispatchOperation } from "../../../src/use-cases/run/dispatch-operation.ts";
import { endOperation } from "../../../src/use-cases/run/end-operation.ts";
import { reconcile } from "../../../src/use-cases/run/reconcile.ts";
import { resolveTypes } from "../../../src/use-cases/run/resolve-types.ts";
import { type RetryScope, retryOperation } from "../../../src/use-cases/run/retry-operation.ts";
import { type StartDeps, type StartRequest, startOperation } from "../../../src/use-cases/run/start-operation.ts";
import { sealSnapshot } from "../../../src/use-cases/snapshot/seal-snapshot.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { operator } from "../../builders/a-run.ts";
import { afterSealingOf } from "../../builders/after-sealing.ts";
import { anEntry } from "../../builders/an-entry.ts";
import { aProduct } from "../a-product.ts";
import { fakeWorkflows } from "./fake-workflows.ts";

const objectTypes = [
  { key: "group", isListedWhole: false },
  { key: "roleScopeTag", isListedWhole: true },
  { key: "settingsCatalog", isListedWhole: true },
];

export type World = Awaited<ReturnType<typeof aWorld>>;

/** The use cases of runs over real adapters, with a workflow engine that only keeps book and time that tests move. */
export async function aWorld() {
  const product = await aProduct();
  const reader = new ServiceBusClient(product.bus.connectionString);
  const receiver = reader.createReceiver("operations", { receiveMode: "receiveAndDelete" });
  return {
    product,
    /** A tenant of its own, whose operator starts runs; nothing that happened elsewhere is seen. */
    aTenant: async () => {
      const scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "run");
      await product.addTenant(scope.tenantId);
      await product.addMember(scope.tenantId, operator.id, "operator");
      return actorsOf(product, scope);
    },
    /** Takes every message that waits in the queue. */
    takeMessages: async (): Promise<{ messageId: unknown; body: OperationMessage }[]> => {
      const taken: { messageId: unknown; body: OperationMessage }[] = [];
      for (;;) {
        const { active } = product.bus.control.counts("operations");
        if (active === 0) return taken;
        for (const { messageId, body } of await receiver.receiveMessages(active, { maxWaitTimeInMs: 1_000 })) {
          taken.push({ messageId, body: operationMessageSchema.parse(body) });
        }
      }
    },
    [Symbol.asyncDispose]: async () => {
      await reader.close();
      await product[Symbol.asyncDispose]();
    },
  };
}

export type Tenant = ReturnType<typeof actorsOf>;

/** Makes one world for the tests of a file, and before each of them a tenant of its own, for `begin` to go on with. */
export function inAWorld(begin: (its: { readonly world: World; readonly tenant: Tenant }) => unknown): void {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    return () => world[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await begin({ world, tenant: await world.aTenant() });
  });
}

function actorsOf(product: Awaited<ReturnType<typeof aProduct>>, scope: TenantScope) {
  const clock = aHurryingClock();
  const workflows = fakeWorkflows();
  const { queue, newId } = product;
  const told: RunEvent[] = [];
  const storesFor = (of: TenantScope) => withRunEvents(product.storesFor(of), (event) => told.push(event));
  const base = { storesFor, queue, clock, newId };
  const stores = storesFor(scope);
  const allowedTypes = async (_scope: TenantScope, wanted: readonly string[]) => resolveTypes(objectTypes, wanted);
  const request: StartRequest = {
    scope,
    type: "snapshot.take",
    objectTypes: ["settingsCatalog"],
    isEveryType: false,
    label: null,
    initiator: operator,
    correlationId: "0af7651916cd43dd8448eb211c80319c",
    traceparent: null,
  };
  const messageOf = ({ id, attempt }: Pick<OperationRun, "id" | "attempt">): OperationMessage => ({
    tenantId: scope.tenantId,
    runId: id,
    attempt,
  });
  // Only this tenant's runs, so that tests beside each other do not heal each other.
  const aggregation = {
    ...product.aggregation,
    activeRuns: async () =>
      (await product.aggregation.activeRuns()).filter(({ tenantId }) => tenantId === scope.tenantId),
  };
  return {
    scope,
    clock,
    workflows,
    /** What listeners of runs were told. */
    told,
    stores,
    request,
    messageOf,
    instanceOf: (run: OperationRun) => attemptKey(run.id, run.attempt),
    start: (given: Partial<StartRequest> = {}, part: Partial<StartDeps> = {}) =>
      startOperation({ ...base, ...part }, { ...request, ...given }),
    dispatch: (message: OperationMessage, part: Partial<StartDeps> = {}) =>
      dispatchOperation({ ...base, ...part, workflows, limits: runLimits }, message),
    cancel: (run: Pick<OperationRun, "id">) => cancelOperation(base, scope, run.id, operator),
    retry: (run: OperationRun, parts: RetryScope) => retryOperation({ ...base, allowedTypes }, run, parts, request),
    closeDeadLetter: (message: OperationMessage) => closeDeadLetter(base, message),
    /** What an activity leaves behind for a type with one object, and with a gap when told so. */
    readPart: async ({ id, attempt }: OperationRun, given: Partial<TypeResult & ObservedPart> = {}): Promise<void> => {
      const entry = anEntry({ readAt: isoTime(clock.nowMs()) });
      const now = isoTime(clock.nowMs());
      const result = {
        type: "settingsCatalog",
        typeState: { state: "complete" },
        counts: { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 },
        failures: [],
      } as const;
      const before = await stores.parts.ofGroup(id, attempt, "deviceConfigurationV2");
      const part = {
        runId: id,
        attempt,
        group: "deviceConfigurationV2",
        types: [typeResultSchema.parse({ ...result, ...given })],
        staging: await stores.staging.put(id, toStagingText([{ entry, groupIds: [] }])),
        window: { from: now, to: now },
        objectsAdded: 1,
        bytesAdded: 100,
        graphRequests: 7,
      };
      await stores.parts.add(partSchema.parse({ ...part, ...given }), before.length);
    },
    seal: async (run: OperationRun) => {
      const answer = await sealSnapshot(base, scope, run, await stores.parts.ofAttempt(run.id, run.attempt));
      if (answer === "abandoned") throw new Error("The run of this snapshot is being closed.");
      return answer.snapshot;
    },
    end: (work: Parameters<typeof endOperation>[1]) =>
      endOperation({ ...base, objectTypes, afterSealing: afterSealingOf(base) }, work),
    /** By an app that started so long ago. */
    reconcile: async (uptimeMs: number = snapshotTake.heartbeatMs) => {
      const troubles: unknown[] = [];
      const startedAtMs = base.clock.nowMs() - uptimeMs;
      const deps = {
        ...base,
        aggregation,
        workflows,
        limits: runLimits,
        startedAtMs,
        afterSealing: afterSealingOf(base),
      };
      const { repaired: healed } = await reconcile(deps, (error) => troubles.push(error));
      return { did: healed.map((each) => each.did), troubles };
    },
    read: async (run: Pick<OperationRun, "id">): Promise<OperationRun> => {
      const found = await stores.runs.read(run.id);
      if (!found) throw new Error("The run is there.");
      return found;
    },
    documentsOf: async (kind: string): Promise<Record<string, unknown>[]> => {
      const query = { query: "SELECT * FROM c WHERE c.kind = @kind", parameters: [{ name: "@kind", value: kind }] };
      const found = product.cosmos.tenantData.items.query(query, { partitionKey: scope.tenantId });
      return (await found.fetchAll()).resources;
    },
  };
}
