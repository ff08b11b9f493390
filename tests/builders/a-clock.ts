import type { Clock } from "../../src/domain/clock/clock.ts";

export const startOfTime = "2026-03-01T08:00:00.000Z";

export type FakeClock = Clock & {
  /** Lets time pass: pauses end in the order of their time, and what they wake runs before the next one ends. */
  advance(ms: number): Promise<void>;
  /** Milliseconds that each pause asked for, in order. */
  readonly pauses: readonly number[];
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Time that passes only when a test says so. Jitter is the given number, nothing by default. */
export function aClock({ random = 0 }: { random?: number } = {}): FakeClock {
  let now = Date.parse(startOfTime);
  const sleepers = new Set<Sleeper>();
  const pauses: number[] = [];

  function pause(ms: number, signal?: AbortSignal): Promise<void> {
    pauses.push(ms);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) reject(signal.reason);
      const sleeper = { at: now + ms, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms;
    await settle();
    for (let next = nextOf(sleepers, until); next !== undefined; next = nextOf(sleepers, until)) {
      now = Math.max(now, next.at);
      sleepers.delete(next);
      next.wake();
      await settle();
    }
    now = until;
  }

  return { nowMs: () => now, random: () => random, pause, advance, pauses };
}

function nextOf(sleepers: ReadonlySet<Sleeper>, until: number): Sleeper | undefined {
  return [...sleepers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
}

/** A clock whose pauses take no real time: each moves it on at once. */
export function aHurryingClock(): Clock & { readonly pauses: readonly number[]; passed(ms: number): void } {
  let now = Date.parse(startOfTime);
  const pauses: number[] = [];
  return {
    nowMs: () => now,
    random: () => 0,
    pause: async (ms, signal) => {
      signal?.throwIfAborted();
      pauses.push(ms);
      now += ms;
    },
    pauses,
    passed: (ms) => {
      now += ms;
    },
  };
}

/** Lets everything run that can run without time passing. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
