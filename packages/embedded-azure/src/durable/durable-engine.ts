import { type DurableClientApi, makeClientApi } from "./client-api.ts";
import type { EpisodeDeps } from "./episode-deps.ts";
import { runActivity } from "./run-activity.ts";
import { runEpisode } from "./run-episode.ts";
import { makeVersionGate } from "./version-gate.ts";
import { makeWorkSlots } from "./work-slots.ts";

export type DurableEngine = {
  readonly client: DurableClientApi;
  /** Begins to work on what the store holds; what was under way when the process died goes on. */
  readonly start: () => void;
  /** Takes nothing new; resolves when what runs has been written. */
  readonly stop: () => Promise<void>;
  /** Looks at the clock again: a test has moved it. */
  readonly wake: () => void;
  /** Moves the engine's own clock forward: timers that become due fire now. */
  readonly skip: (ms: number) => void;
  readonly load: () => EngineLoad;
};

export type EngineLoad = {
  /** Episodes and activities under way. */
  readonly running: number;
  /** Due but not begun; timers of the future are not. */
  readonly pending: number;
  /** Instances that have not ended, also those that wait for a timer or an event. */
  readonly unfinished: number;
  /** When the next timer fires, in milliseconds since 1970. */
  readonly nextTimerAt: number | undefined;
};

export type EngineOptions = EpisodeDeps & { readonly maxActivities: number; readonly maxOrchestrators: number };

const longestWaitMs = 86_400_000; // setTimeout holds 2^31-1 ms; a day is well below
const retryAfterErrorMs = 1000;

/** Takes due events and scheduled activities from the store, within the two limits of host.json. One process owns the store. */
export function makeDurableEngine(options: EngineOptions): DurableEngine {
  const { store } = options;
  let skippedMs = 0;
  let stopped = true;
  let pumpQueued = false;
  let waiting: NodeJS.Timeout | undefined;
  const now = () => options.now() + skippedMs;
  const deps: EpisodeDeps = { ...options, now };
  const pump = makePump(deps, options, () => wake());

  function wake(): void {
    if (stopped || pumpQueued) return;
    pumpQueued = true;
    setImmediate(() => {
      pumpQueued = false;
      if (!stopped) beginDue();
    });
  }

  function beginDue(): void {
    clearTimeout(waiting);
    // One look at the clock: what becomes due between two would be neither begun nor waited for.
    const at = now();
    pump.begin(at);
    const due = store.nextDue(at);
    if (due !== undefined) waiting = setTimeout(wake, Math.min(due - at, longestWaitMs));
  }

  return {
    client: makeClientApi(deps, wake),
    wake,
    start() {
      stopped = false;
      wake();
    },
    stop() {
      stopped = true;
      clearTimeout(waiting);
      return pump.quiet();
    },
    skip(ms) {
      skippedMs += ms;
      wake();
    },
    load: pump.load,
  };
}

type Pump = Pick<DurableEngine, "load"> & { readonly begin: (at: number) => void; readonly quiet: () => Promise<void> };

/** Fills the free slots from the store. */
function makePump(deps: EpisodeDeps, limits: EngineOptions, onFree: () => void): Pump {
  const { store, log } = deps;
  const gate = makeVersionGate(deps.versions, (message) => log("warning", message));
  const episodes = makeWorkSlots<string>(limits.maxOrchestrators, onFree, retryLater);
  const activities = makeWorkSlots<number>(limits.maxActivities, onFree, retryLater);

  /** An error here is one of the engine or its disk: nothing was written, so the work is still in the store. */
  async function retryLater(key: string | number, error: unknown): Promise<void> {
    log("error", `The Durable engine failed at ${key} and tries again: ${String(error)}`);
    await new Promise((resolve) => setTimeout(resolve, retryAfterErrorMs));
  }

  function begin(at: number): void {
    if (activities.free() > 0) {
      const scheduled = store.activities(limits.maxActivities).filter(({ n }) => !activities.has(n));
      for (const each of scheduled.slice(0, activities.free())) activities.run(each.n, () => runActivity(deps, each));
    }
    if (episodes.free() > 0) {
      const limit = limits.maxOrchestrators + gate.rejected().length;
      const due = store.dueInstances(at, limit).filter((id) => !episodes.has(id) && gate.mayRun(store.instance(id)));
      for (const id of due.slice(0, episodes.free())) episodes.run(id, () => runEpisode(deps, id));
    }
  }

  return {
    begin,
    load: () => ({
      running: episodes.count() + activities.count(),
      pending: store.pending(deps.now(), gate.rejected()) - activities.count(),
      unfinished: store.unfinished(gate.rejected()),
      nextTimerAt: store.nextDue(deps.now()),
    }),
    async quiet() {
      await Promise.all([episodes.quiet(), activities.quiet()]);
    },
  };
}
