import { type VersionRules, versionMatches } from "@tenantpilot/embedded-azure/durable/version-match";
import type { OrchestrationContext } from "durable-functions";
import type { Workflows } from "../../src/domain/operation-run/workflows.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import { contextOf, type Next, type Place, type Step, type Task } from "./memory-context.ts";
import { never, type Owner, type World } from "./world.ts";

type Recorded = { readonly value: unknown } | { readonly error: unknown };

type Instance = {
  readonly id: string;
  readonly workflow: string;
  readonly version: string;
  /** Of the present generation. */
  input: unknown;
  status: "active" | "finished";
  /** Somebody asked for its end, and no app could do it yet. */
  isToEnd: boolean;
  /** The steps of the present generation, by their places. */
  readonly steps: Map<string, Step>;
  /** What each of them answered; a step that is here is never done again. */
  readonly history: Map<string, Recorded>;
};

export type Orchestrator = (context: OrchestrationContext) => Generator<unknown, unknown, unknown>;
export type Activity = (owner: Owner, input: unknown) => Promise<unknown>;

/** What is deployed: the version that new instances get, and the code. */
export type Package = {
  readonly version: string;
  readonly workflows: Readonly<Record<string, Orchestrator>>;
  readonly activities: Readonly<Record<string, Activity>>;
};

export type EngineParts = {
  readonly installed: Package;
  readonly rules: VersionRules;
  /** Chance that an activity runs a second time beside the first. */
  readonly doubled: () => boolean;
};

const firstRetryMs = 2_000;
const maxAttempts = 3;

/**
 * A Durable engine in memory: it runs the product's own workflows, keeps what each step answered, and after a crash
 * goes on from there. Activities run at least once. Which instances an app may run says its version, by the rules
 * that it was deployed with; of the others it runs the activities all the same, as Azure does.
 */
export function makeMemoryWorkflows(world: World, parts: EngineParts) {
  const instances = new Map<string, Instance>();
  let { installed } = parts;
  const mayRun = (version: string): boolean =>
    versionMatches({ ...parts.rules, defaultVersion: installed.version }, version);

  const active = (): Instance[] => [...instances.values()].filter(({ status }) => status === "active");

  /** Generation after generation: each begins with an empty history and the input that the one before gave it. */
  async function drive(owner: Owner, instance: Instance): Promise<void> {
    for (let isOver = false; !isOver; ) {
      const next: Next = {};
      const { id, workflow, version, input } = instance;
      // One that throws has failed, which is an end too.
      await settled(runGenerator(owner, instance, workflow, { instanceId: id, version, input, prefix: "", next }));
      isOver = await world.call(owner, `${next.generation ? "renews" : "finishes"} ${instance.id.slice(-5)}`, () => {
        if (!next.generation || instance.status === "finished") {
          instance.status = "finished";
          return true;
        }
        instance.input = next.generation.input;
        instance.steps.clear();
        instance.history.clear();
        return false;
      });
    }
  }

  async function runGenerator(owner: Owner, instance: Instance, name: string, place: Place): Promise<unknown> {
    const workflow = installed.workflows[name];
    if (!workflow) throw new Violation("the simulation", `there is no workflow ${name}`);
    const steps = workflow(contextOf(world, place));
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
    const step = plan(instance, task);
    const known = instance.history.get(step.key);
    return unpack(known ?? (await record(owner, instance, step)));
  }

  /** A replay must ask for the steps that were asked for, in their order: the engine fails any other (pitfall 27). */
  function plan({ id, steps }: Instance, step: Step): Step {
    const place = step.key.slice(0, step.key.lastIndexOf(" "));
    const known = steps.get(place) ?? pinned(step);
    steps.set(place, known);
    if (known.key !== step.key)
      world.violations.push(new Violation("pitfall 27", `${id} did ${known.key} and replays ${step.key}`));
    return known;
  }

  /** A part for which no version was asked gets that of the app, and keeps it. */
  function pinned(step: Step): Step {
    return step.kind === "workflow" ? { ...step, version: step.version ?? installed.version } : step;
  }

  async function record(owner: Owner, instance: Instance, step: Step): Promise<Recorded> {
    const recorded = await settled(perform(owner, instance, step));
    await world.call(owner, `records ${instance.id.slice(-5)} ${step.key}`, () => {
      instance.history.set(step.key, recorded);
    });
    return recorded;
  }

  function perform(owner: Owner, instance: Instance, step: Step): Promise<unknown> {
    if (step.kind === "timer") return world.pause(owner, Math.max(0, step.at.getTime() - world.nowMs()));
    if (step.kind === "activity") return activity(owner, step.name, step.input);
    const { version = installed.version } = step;
    return mayRun(version) ? part(owner, instance, step, version) : never();
  }

  /** A part of a workflow, generation after generation; its steps stand in its whole's history. */
  async function part(
    owner: Owner,
    instance: Instance,
    { key, name, input }: Step & { kind: "workflow" },
    version: string,
  ) {
    for (let generation = 1, given = input; ; generation += 1) {
      const next: Next = {};
      const place = { instanceId: instance.id, version, input: given, prefix: `${key}/${generation}/`, next };
      const answer = await runGenerator(owner, instance, name, place);
      if (!next.generation) return answer;
      given = next.generation.input;
      world.note(`renews ${instance.id.slice(-5)} ${key}`);
    }
  }

  async function activity(owner: Owner, name: string, input: unknown): Promise<unknown> {
    const run = installed.activities[name];
    // A step of a newer version, that waited when the older one was deployed.
    if (!run) throw new Error(`There is no function ${name}.`);
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
          const { version } = installed;
          const empty = { isToEnd: false, steps: new Map(), history: new Map() };
          const instance: Instance = { id, workflow, version, input, status: "active", ...empty };
          instances.set(id, instance);
          void settled(drive(owner, instance));
        }),
      terminate: (id) =>
        call(`terminates ${id.slice(-5)}`, () => {
          const known = instances.get(id);
          if (known && mayRun(known.version)) known.status = "finished";
          else if (known) known.isToEnd = true;
        }),
    };
  };

  /** An app goes on with what it may run. Of what it may not, only the activities that wait are run. */
  function goOn(owner: Owner, instance: Instance): void {
    if (mayRun(instance.version)) {
      if (!instance.isToEnd) {
        void settled(drive(owner, instance));
        return;
      }
      world.note(`${instance.id.slice(-5)} ends after its wait`);
      instance.status = "finished";
      return;
    }
    world.note(`${instance.id.slice(-5)} waits for version ${instance.version}`);
    const open = [...instance.steps.values()].filter(({ key }) => !instance.history.has(key));
    for (const step of open) if (step.kind === "activity") void settled(record(owner, instance, step));
  }

  return {
    portOf,
    /** A worker that comes up, with what is installed then, goes on with every instance that is not finished. */
    resume: (owner: Owner, deployed: Package): void => {
      installed = deployed;
      for (const instance of active()) goOn(owner, instance);
    },
    /** Instances that have not ended: those that the app may run, and all. */
    active: () => active().filter(({ version }) => mayRun(version)).length,
    unfinished: () => active().length,
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
