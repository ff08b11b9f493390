import type { OrchestrationContext } from "durable-functions";
import type { World } from "./world.ts";

/** A step that a workflow asks for. `key` is its place in the order of steps and its name. */
export type Step =
  | { readonly kind: "activity"; readonly key: string; readonly name: string; readonly input: unknown }
  | {
      readonly kind: "workflow";
      readonly key: string;
      readonly name: string;
      readonly input: unknown;
      readonly version: string | undefined;
    }
  | { readonly kind: "timer"; readonly key: string; readonly at: Date };

export type Task = Step | { readonly kind: "all"; readonly tasks: readonly Task[] };

/** What an orchestration that ends goes on with, if it said so. */
export type Next = { generation?: { readonly input: unknown } };

/** One life of a workflow's code: the instance it is part of, and where its steps stand in that one's history. */
export type Place = {
  readonly instanceId: string;
  readonly version: string;
  readonly input: unknown;
  readonly prefix: string;
  readonly next: Next;
};

/** What the product's workflows use of an orchestration's context. */
export function contextOf(world: World, { instanceId, version, input, prefix, next }: Place): OrchestrationContext {
  let count = 0;
  const key = (name: string): string => {
    count += 1;
    return `${prefix}${count} ${name}`;
  };
  const df = {
    instanceId,
    version,
    getInput: () => input,
    currentUtcDateTime: new Date(world.nowMs()),
    callActivityWithRetry: (name: string, _retry: unknown, given: unknown): Task => ({
      kind: "activity",
      key: key(name),
      name,
      input: given,
    }),
    callSubOrchestrator: (name: string, given: unknown, _id: unknown, partVersion?: string): Task => ({
      kind: "workflow",
      key: key(name),
      name,
      input: given,
      version: partVersion,
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
