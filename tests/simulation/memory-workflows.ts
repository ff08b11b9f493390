import type { OrchestrationContext } from "durable-functions";
import type { Workflows } from "../../src/domain/operation-run/workflows.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import { never, type Owner, type World } from "./world.ts";

type Recorded = { readonly value: unknown } | { readonly error: unknown };

type Instance = {
  readonly id: string;
  readonly workflow: string;
  /** Of the present generation. */
  input: unknown;
  status: "active" | "finished";
  /** What each step of the present generation answered; a step that is here is never done again. */
  readonly history: Map<string, Recorded>;
};

type Task =
  | { readonly kind: "activity" | "workflow"; readonly key: string; readonly name: string; readonly input: unknown }
  | { readonly kind: "timer"; readonly key: string; readonly at: Date }
  | { readonly kind: "all"; readonly tasks: readonly Task[] };

/** What an orchestration that ends goes on with, if it said so. */
type Next = { generation?: { readonly input: unknown } };

export type Orchestrator = (context: OrchestrationContext) => Generator<unknown, unknown, unknown>;
export type Activity = (owner: Owner, input: unknown) => Promise<unknown>;

export type EngineParts = {
  readonly workflows: Readonly<Record<string, Orchestrator>>;
  readonly activities: Readonly<Record<string, Activity>>;
  /** Chance that an activity runs a second time beside the first. */
  readonly doubled: () => boolean;
};

const firstRetryMs = 2_000;
const maxAttempts = 3;

/**
 * A Durable engine in memory: it runs the product's own workflows, keeps what each step answered, and after a crash
 * goes on from there. Activities run at least once.
 */
export function makeMemoryWorkflows(world: World, parts: EngineParts) {
  const instances = new Map<string, Instance>();

  /** Generation after generation: each begins with an empty history and the input that the one before gave it. */
  async function drive(owner: Owner, instance: Instance): Promise<void> {
    for (let isOver = false; !isOver; ) {
      const next: Next = {};
      await runGenerator(owner, instance, instance.workflow, instance.input, "", next);
      isOver = await world.call(owner, `${next.generation ? "renews" : "finishes"} ${instance.id.slice(-5)}`, () => {
        if (!next.generation || instance.status === "finished") {
          instance.status = "finished";
          return true;
        }
        instance.input = next.generation.input;
        instance.history.clear();
        return false;
      });
    }
  }

  async function runGenerator(
    owner: Owner,
    instance: Instance,
    name: string,
    input: unknown,
    prefix: string,
    next: Next = {},
  ): Promise<unknown> {
    const workflow = parts.workflows[name];
    if (!workflow) throw new Violation("the simulation", `there is no workflow ${name}`);
    const steps = workflow(contextOf(world, instance.id, input, prefix, next));
    for (let step = steps.next(); ; ) {
      if (step.done) return step.value;
      // The product's workflows yield what this context made.
      const answer = await settled(resolve(owner, instance, step.value as Task));
      if (instance.status !== "active") return never();
      step = "error" in answer ? steps.throw(answer.error) : steps.next(answer.value);
    }
  }

  async function resolve(owner: Owner, instance: Instance, task: Task): Promise<unknown> {
    if (task.kind === "all") return Promise.all(task.tasks.map((each) => resolve(owner, instance, each)));
    const known = instance.history.get(task.key);
    if (known) return unpack(known);
    const recorded = await settled(perform(owner, instance, task));
    await world.call(owner, `records ${instance.id.slice(-5)} ${task.key}`, () => {
      instance.history.set(task.key, recorded);
    });
    return unpack(recorded);
  }

  function perform(owner: Owner, instance: Instance, task: Exclude<Task, { kind: "all" }>): Promise<unknown> {
    if (task.kind === "timer") return world.pause(owner, Math.max(0, task.at.getTime() - world.nowMs()));
    if (task.kind === "activity") return activity(owner, task.name, task.input);
    return runGenerator(owner, instance, task.name, task.input, `${task.key}/`);
  }

  async function activity(owner: Owner, name: string, input: unknown): Promise<unknown> {
    const run = parts.activities[name];
    if (!run) throw new Violation("the simulation", `there is no activity ${name}`);
    if (parts.doubled()) void settled(run(owner, input));
    for (let attempt = 1; ; attempt += 1) {
      const answer = await settled(run(owner, input));
      if (!("error" in answer)) return answer.value;
      if (attempt === maxAttempts) throw answer.error;
      await world.pause(owner, firstRetryMs * 2 ** (attempt - 1));
    }
  }

  const portOf = (owner: Owner): Workflows => {
    const seenAbsent = new Set<string>();
    const call = <T>(label: string, effect: () => T): Promise<T> =>
      world.call(owner, label, effect, () => new Error("The engine did not answer."));
    return {
      statusOf: (id) =>
        call(`asks for ${id.slice(-5)}`, () => {
          const status = instances.get(id)?.status ?? "absent";
          if (status === "absent") seenAbsent.add(id);
          return status;
        }),
      start: (workflow, id, input) =>
        call(`starts ${id.slice(-5)}`, () => {
          const known = instances.get(id);
          if (known?.status === "active") throw new Error("An instance with this id is running.");
          // Who looked and saw nothing may come too late; the attempt's conditions stop such an instance.
          if (known && !seenAbsent.has(id))
            throw new Violation("I4", `the instance ${id} has finished and is run again`);
          const instance: Instance = { id, workflow, input, status: "active", history: new Map() };
          instances.set(id, instance);
          void settled(drive(owner, instance));
        }),
      terminate: (id) =>
        call(`terminates ${id.slice(-5)}`, () => {
          const known = instances.get(id);
          if (known) known.status = "finished";
        }),
    };
  };

  return {
    portOf,
    /** A worker that comes up goes on with every instance that is not finished. */
    resume: (owner: Owner): void => {
      for (const instance of instances.values()) {
        if (instance.status === "active") void settled(drive(owner, instance));
      }
    },
    isIdle: () => [...instances.values()].every(({ status }) => status === "finished"),
  };
}

async function settled(work: Promise<unknown>): Promise<Recorded> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

function unpack(recorded: Recorded): unknown {
  if ("error" in recorded) throw recorded.error;
  return recorded.value;
}

/** What the product's workflows use of an orchestration's context. */
function contextOf(world: World, instanceId: string, input: unknown, prefix: string, next: Next): OrchestrationContext {
  let count = 0;
  const key = (name: string): string => {
    count += 1;
    return `${prefix}${count} ${name}`;
  };
  const df = {
    instanceId,
    getInput: () => input,
    currentUtcDateTime: new Date(world.nowMs()),
    callActivityWithRetry: (name: string, _retry: unknown, given: unknown): Task => ({
      kind: "activity",
      key: key(name),
      name,
      input: given,
    }),
    callSubOrchestrator: (name: string, given: unknown): Task => ({
      kind: "workflow",
      key: key(name),
      name,
      input: given,
    }),
    continueAsNew: (given: unknown): void => {
      next.generation = { input: given };
    },
    createTimer: (at: Date): Task => ({ kind: "timer", key: key("timer"), at }),
    Task: { all: (tasks: readonly Task[]): Task => ({ kind: "all", tasks }) },
  };
  // The rest of the context is not used by the product; a use of it fails as an unknown function.
  return { df, log: () => undefined } as unknown as OrchestrationContext;
}
