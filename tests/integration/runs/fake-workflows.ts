import type { Workflows } from "../../../src/domain/operation-run/workflows.ts";

type Status = "active" | "finished";

export type FakeWorkflows = Workflows & {
  readonly started: string[];
  /** What each was started with. */
  readonly inputs: unknown[];
  readonly terminated: string[];
  /** The next start throws, before or after the instance has been made. */
  failNextStart(when: "before" | "after"): void;
  set(instanceId: string, status: Status): void;
};

/** A Durable engine that only keeps book. Like the real one, it refuses an id that runs and runs a finished one again. */
export function fakeWorkflows(): FakeWorkflows {
  const instances = new Map<string, Status>();
  const started: string[] = [];
  const inputs: unknown[] = [];
  const terminated: string[] = [];
  let failing: "before" | "after" | undefined;
  return {
    started,
    inputs,
    terminated,
    failNextStart: (when) => {
      failing = when;
    },
    set: (instanceId, status) => void instances.set(instanceId, status),
    statusOf: async (instanceId) => instances.get(instanceId) ?? "absent",
    start: async (_workflow, instanceId, input) => {
      const fails = failing;
      failing = undefined;
      if (fails === "before") throw new Error("The engine did not answer.");
      if (instances.get(instanceId) === "active") throw new Error("An instance with this id runs.");
      instances.set(instanceId, "active");
      started.push(instanceId);
      inputs.push(input);
      if (fails === "after") throw new Error("The answer of the engine was lost.");
    },
    terminate: async (instanceId) => {
      instances.set(instanceId, "finished");
      terminated.push(instanceId);
    },
  };
}
