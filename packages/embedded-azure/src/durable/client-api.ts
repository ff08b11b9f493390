import { createInstance } from "./create-instance.ts";
import type { EpisodeDeps } from "./episode-deps.ts";
import { eventType, type HistoryEvent, type NewEvent, stampEvent } from "./history-event.ts";
import { type Instance, isFinished, reasonAgainstId } from "./instance.ts";
import { newId } from "./start-event.ts";
import type { InstanceFilter } from "./store/query-instances.ts";

/** A start that the extension answers with 400. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}

/** What a client may do with instances. Texts are JSON where they hold values. */
export type DurableClientApi = {
  /** The new instance's id. `StartRefused` for an unknown orchestrator, a bad id or one that is running. */
  readonly start: (name: string, input: string | null, id: string | undefined, version: string | undefined) => string;
  readonly get: (id: string) => Instance | undefined;
  readonly history: (id: string) => readonly HistoryEvent[];
  readonly query: (filter: InstanceFilter) => readonly Instance[];
  readonly raiseEvent: (id: string, name: string, input: string) => void;
  readonly terminate: (id: string, reason: string | null) => void;
  /** Removes finished instances and counts them. */
  readonly purge: (ids: readonly string[]) => number;
};

export function makeClientApi({ store, app, versions, now }: EpisodeDeps, wake: () => void): DurableClientApi {
  function post(id: string, event: NewEvent): void {
    store.post(id, null, stampEvent(event, now()));
    wake();
  }

  function start(name: string, input: string | null, id: string | undefined, version: string | undefined): string {
    if (!app.hasOrchestrator(name)) {
      throw new StartRefused(`The function '${name}' doesn't exist, is disabled, or is not an orchestrator function.`);
    }
    const instanceId = id ?? newId();
    const refused = reasonAgainstId(instanceId);
    if (refused) throw new StartRefused(refused);
    const instance = { id: instanceId, name, input, version: version ?? versions.defaultVersion ?? null };
    const running = store.transaction(() => createInstance(store, instance, now()));
    if (running) throw new StartRefused(running);
    wake();
    return instanceId;
  }

  function purge(ids: readonly string[]): number {
    return store.transaction(() => {
      const finished = ids.filter((id) => {
        const instance = store.instance(id);
        return instance && isFinished(instance);
      });
      for (const id of finished) store.deleteInstance(id);
      return finished.length;
    });
  }

  return {
    start,
    get: store.instance,
    history: store.history,
    query: store.instances,
    raiseEvent: (id, name, input) => post(id, { EventType: eventType.EventRaised, Name: name, Input: input }),
    terminate: (id, reason) => post(id, { EventType: eventType.ExecutionTerminated, Input: reason }),
    purge,
  };
}
