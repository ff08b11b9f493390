import { type Instance, isFinished } from "./instance.ts";
import { newId, startEvent } from "./start-event.ts";
import type { DurableStore } from "./store/durable-store.ts";

export type NewInstance = {
  readonly id: string;
  readonly name: string;
  /** JSON, or null for none. */
  readonly input: string | null;
  readonly version: string | null;
  readonly parent?: { readonly id: string; readonly executionId: string; readonly taskId: number };
};

/** Inside a transaction: a finished instance of that id is replaced, a running one is the reason that is returned. */
export function createInstance(store: DurableStore, start: NewInstance, nowMs: number): string | undefined {
  const old = store.instance(start.id);
  if (old && !isFinished(old)) return `An Orchestration instance with the status ${old.status} already exists.`;
  store.deleteInstance(start.id);
  const instance: Instance = {
    id: start.id,
    executionId: newId(),
    name: start.name,
    version: start.version,
    status: "Pending",
    input: start.input,
    output: null,
    customStatus: null,
    createdAt: nowMs,
    updatedAt: nowMs,
    parentId: start.parent?.id ?? null,
    parentExecutionId: start.parent?.executionId ?? null,
    parentTaskId: start.parent?.taskId ?? null,
  };
  store.putInstance(instance);
  store.post(instance.id, instance.executionId, startEvent(instance, nowMs));
  return undefined;
}
