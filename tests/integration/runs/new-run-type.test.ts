import type { OrchestrationContext } from "durable-functions";
import { afterAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { runLimits } from "../../../config/limits.ts";
import { call, type Step } from "../../../functions/workflows/call.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { type RunTypeDeclaration, runInputSchema } from "../../../src/domain/operation-run/run-type-declaration.ts";
import { type Work, workOutcomeSchema, workSchema } from "../../../src/domain/operation-run/work.ts";
import type { StartRequest } from "../../../src/use-cases/run/start-operation.ts";
import { workUnderLease } from "../../../src/use-cases/run/work-under-lease.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

// All that another type of run needs, thrown away after this test: a declaration, a workflow, a verb.

const countDevices = vi.hoisted(() => {
  // Other files of this worker have imported the declared types before, and others import them after it.
  vi.resetModules();
  return { name: "devices.count" };
});
/** The same work, of which a tenant has one at a time. */
const countOnce = vi.hoisted(() => ({ name: "devices.count_once", identity: "tenant" as const }));

afterAll(() => void vi.resetModules());

function declaration(): RunTypeDeclaration {
  return {
    ...countDevices,
    input: runInputSchema.extend({ platform: z.enum(["windows", "macos"]) }),
    identity: "input",
    right: "inventory.sync",
    retry: "read",
    maxAttempts: 2,
    deadlineMs: 60_000,
    heartbeatMs: 2_000,
    workflow: "countDevices",
    reads: "nothing",
    keepsPayloads: false,
    asksGraph: false,
    endsFrom: "parts",
  };
}

vi.mock("../../../src/domain/operation-run/declared-run-types.ts", async (original) => {
  const { declaredRunTypes } = await original<{ declaredRunTypes: readonly RunTypeDeclaration[] }>();
  return { declaredRunTypes: [...declaredRunTypes, declaration(), { ...declaration(), ...countOnce }] };
});

function* countDevicesWorkflow(context: OrchestrationContext): Step<string> {
  const work = workSchema.parse(context.df.getInput());
  const { kind } = yield* call(context, "countDevices", work, workOutcomeSchema);
  const reason = kind === "cancelled" ? kind : "done";
  return yield* call(context, "endOperation", { ...work, reason, failure: null }, z.string());
}

/** Stands for the work of the verb; told how far it is, and when to stop. */
let counted = 0;

function countDevicesOf(tenant: Tenant, work: Work) {
  const deps = { stores: tenant.stores, clock: tenant.clock, limits: runLimits, newId: () => crypto.randomUUID() };
  return workUnderLease({ ...deps, isPaused: async () => false }, { ...work, group: "devices" }, async () => ({
    progress: () => ({ ...noProgress, total: 1, processed: counted, succeeded: counted }),
    perform: async () => {
      counted += 1;
    },
  }));
}

/** What the engine does with a workflow that never waits: calls activity after activity. */
async function runWorkflow(tenant: Tenant, work: Work): Promise<unknown> {
  const activities: Readonly<Record<string, (input: never) => Promise<unknown>>> = {
    countDevices: () => countDevicesOf(tenant, work),
    endOperation: (input) => tenant.end(input),
  };
  const df = {
    getInput: () => work,
    callActivityWithRetry: (name: string, _retry: unknown, input: never) => activities[name]?.(input),
  };
  const steps = countDevicesWorkflow({ df } as unknown as OrchestrationContext);
  let step = steps.next();
  // The context above answers a promise where the engine's answers a task.
  while (!step.done) step = steps.next(await (step.value as unknown as Promise<unknown>));
  return step.value;
}

let world: World;
let tenant: Tenant;
inAWorld((its) => {
  ({ world, tenant } = its);
  counted = 0;
});

// The closed list of types cannot know one that a test declares.
const asked = (platform: string, { name } = countDevices) =>
  ({ type: name, objectTypes: [], input: { platform } }) as unknown as Partial<StartRequest>;

describe("another type of run is one declaration, one workflow and one verb (S1, P6.2)", () => {
  it("a new run type is started, dispatched, worked on under a lease, and ended like every other", async () => {
    const { run } = await tenant.start(asked("windows"));
    expect(run).toMatchObject({ type: "devices.count", input: { platform: "windows", types: [] } });
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
    expect(await runWorkflow(tenant, tenant.messageOf(run))).toBe("succeeded");
    expect(await tenant.read(run)).toMatchObject({ status: "completed", outcome: "succeeded" });
    expect(counted).toBe(1);
    const actions = (await tenant.documentsOf("audit")).map(({ action }) => action);
    expect(new Set(actions)).toEqual(new Set(["operation.created", "operation.ended"]));
  });

  it("is the same work when its input is the same, and is refused an input that it does not declare", async () => {
    const { run } = await tenant.start(asked("windows"));
    expect(await tenant.start(asked("windows"))).toMatchObject({ reused: true, run: { id: run.id } });
    expect(await tenant.start(asked("macos"))).toMatchObject({ reused: false });
    await expect(tenant.start(asked("typewriter"))).rejects.toThrow();
  });

  it("a new run type of which a tenant has one at a time is joined whatever is asked of it, until it has ended", async () => {
    const { run } = await tenant.start(asked("windows", countOnce));
    const joined = await tenant.start(asked("macos", countOnce));
    expect(joined).toMatchObject({ reused: true, run: { id: run.id, input: { platform: "windows" } } });
    const other = await world.aTenant();
    expect(await other.start(asked("macos", countOnce))).toMatchObject({ reused: false });
    expect(await tenant.start(asked("windows"))).toMatchObject({ reused: false });
    await tenant.cancel(run);
    expect(await tenant.start(asked("macos", countOnce))).toMatchObject({
      reused: false,
      run: { input: { platform: "macos" } },
    });
  });

  it("is cancelled while it waits, healed when it falls silent, closed at its deadline and repeated whole", async () => {
    const { run } = await tenant.start(asked("windows"));
    await tenant.dispatch(tenant.messageOf(run));
    tenant.clock.passed(2 * declaration().deadlineMs);
    expect((await tenant.reconcile()).did).toEqual(["close_timed_out"]);
    const again = await tenant.retry(await tenant.read(run), "all");
    expect(again.run).toMatchObject({ type: "devices.count", retryOf: run.id, input: { platform: "windows" } });
    await tenant.dispatch(tenant.messageOf(again.run));
    await tenant.cancel(again.run);
    expect(await runWorkflow(tenant, tenant.messageOf(again.run))).toBe("cancelled");
    expect(counted).toBe(0);
  });

  it("is dispatched only while whoever started it has the right that it declares", async () => {
    const { run } = await tenant.start(asked("windows"));
    await world.product.addMember(tenant.scope.tenantId, operator.id, "reader");
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.read(run)).toMatchObject({ outcome: "failed", failures: [{ code: "right_withdrawn" }] });
  });
});
