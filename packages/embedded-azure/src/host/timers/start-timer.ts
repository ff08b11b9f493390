import type { TypedData } from "../typed-data.ts";
import type { TimerSchedule } from "./ncrontab.ts";
import type { TimerStatusStore } from "./timer-status.ts";

export type TimerOptions = {
  readonly name: string;
  readonly expression: string;
  readonly schedule: TimerSchedule;
  readonly runOnStartup: boolean;
  readonly statuses: TimerStatusStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A rejection was logged by whoever rejects; the timer goes on. */
  readonly run: (timer: TypedData) => Promise<unknown>;
};

export type RunningTimer = {
  /** Looks at the clock again: a test has moved it. */
  readonly wake: () => void;
  /** No run starts any more; resolves when the one that runs has ended. */
  readonly stop: () => Promise<void>;
};

// setTimeout holds at most 2^31-1 ms; a day is well below.
const longestWaitMs = 86_400_000;

/**
 * One timer: it waits, is due, runs, waits again; a run never overlaps the next. At start a timer whose time has passed runs once, past
 * due; a changed schedule counts from now instead. The process owns its data folder alone, so a timer runs in one place.
 */
export function startTimer(options: TimerOptions): RunningTimer {
  const { name, expression, schedule, statuses, now } = options;
  const stored = statuses.read(name);
  const kept = stored?.schedule === expression ? stored : undefined;
  let last = stored?.last ?? null;
  let next = kept?.next ?? schedule.next(now());
  let lastUpdated = last ?? 0;
  let waiting: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  function wake(): void {
    if (stopped || running) return;
    clearTimeout(waiting);
    const wait = next - now();
    if (wait <= 0) begin(false);
    else waiting = setTimeout(wake, Math.min(wait, longestWaitMs));
  }

  function begin(isPastDue: boolean): void {
    const status = { Last: iso(last), Next: iso(next), LastUpdated: iso(lastUpdated) };
    const timer = { Schedule: { AdjustForDST: true }, ScheduleStatus: status, IsPastDue: isPastDue };
    last = now();
    next = schedule.next(last);
    running = runAndRecord(timer).finally(() => {
      running = undefined;
      wake();
    });
  }

  async function runAndRecord(timer: object): Promise<void> {
    try {
      await options.run({ json: JSON.stringify(timer) });
    } catch {
      // A failed run counts as a run, as in Azure.
    }
    lastUpdated = now();
    statuses.write(name, { schedule: expression, last, next });
  }

  if (kept && kept.next <= now()) begin(true);
  else if (options.runOnStartup) begin(false);
  else {
    statuses.write(name, { schedule: expression, last, next });
    wake();
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(waiting);
      await running;
    },
  };
}

function iso(ms: number | null): string {
  return new Date(ms ?? 0).toISOString();
}
