import { Violation } from "../../tools/soak/runs/violation.ts";
import { makeRandom, type Random } from "./random.ts";

/** A process that can die. What it was waiting for is never answered; what was done stays done. */
export type Process = { readonly name: string; isAlive: boolean; life: number };

/** One life of a process: every call into the world is made in the name of one. */
export type Owner = { readonly process: Process; readonly life: number };

type Call = { readonly owner: Owner; readonly label: string; readonly run: () => void };
type Effect<T> = {
  readonly owner: Owner;
  readonly label: string;
  readonly effect: () => T;
  readonly fail?: () => unknown;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
};
type Timer = { readonly at: number; readonly owner: Owner | undefined; readonly wake: () => void };

/** How often things go wrong; probabilities a call. */
export type Faults = {
  /** The call does nothing and fails. */
  readonly refused: number;
  /** The call does its work and fails all the same. */
  readonly answerLost: number;
  /** The process dies before, or after, the call does its work. */
  readonly crash: number;
};

export const noFaults: Faults = { refused: 0, answerLost: 0, crash: 0 };

export type World = ReturnType<typeof makeWorld>;

/**
 * Time, chance, processes and every effect of a simulated system. Each effect waits until the scheduler picks it, so any
 * order of effects can happen, and a process can die between any two awaits.
 */
export function makeWorld(seed: number) {
  const random: Random = makeRandom(seed);
  const calls: Call[] = [];
  const timers = new Set<Timer>();
  const trace: string[] = [];
  const violations: Violation[] = [];
  let steadyMs = 0;
  let wallOffsetMs = Date.parse("2026-03-01T08:00:00.000Z");
  let faults = noFaults;

  const isOf = ({ process, life }: Owner): boolean => process.isAlive && process.life === life;
  const note = (text: string): void => {
    trace.push(`${(steadyMs / 1_000).toFixed(3)} ${text}`);
  };

  /** An effect on the outside, in the name of a process. `fail` makes what the caller sees when it goes wrong. */
  function call<T>(owner: Owner, label: string, effect: () => T, fail?: () => unknown): Promise<T> {
    if (!isOf(owner)) return never();
    return new Promise<T>((resolve, reject) => {
      const run = (): void => perform({ owner, label, effect, ...(fail ? { fail } : {}), resolve, reject });
      calls.push({ owner, label, run });
    });
  }

  function perform<T>({ owner, label, effect, fail, resolve, reject }: Effect<T>): void {
    const { process } = owner;
    const luck = random.next();
    const fails = (how: string, error: unknown): void => {
      note(`${process.name} ${label}: ${how}`);
      reject(error);
    };
    if (fail && luck < faults.refused) {
      fails("refused", fail());
      return;
    }
    if (luck > 1 - faults.crash / 2) {
      crash(process, `before ${label}`);
      return;
    }
    const done = attempt(effect);
    if ("error" in done) {
      fails("fails", done.error);
      return;
    }
    note(`${process.name} ${label}`);
    if (luck > 1 - faults.crash) crash(process, `after ${label}`);
    else if (fail && luck < faults.refused + faults.answerLost) fails("answer lost", fail());
    else resolve(done.value);
  }

  function attempt<T>(effect: () => T): { readonly value: T } | { readonly error: unknown } {
    try {
      return { value: effect() };
    } catch (error) {
      if (error instanceof Violation) violations.push(error);
      return { error };
    }
  }

  function crash(process: Process, why: string): void {
    note(`${process.name} dies ${why}`);
    process.isAlive = false;
    removeIf(calls, ({ owner }) => owner.process === process);
    for (const timer of timers) if (timer.owner?.process === process) timers.delete(timer);
  }

  function after(ms: number, owner: Owner | undefined, wake: () => void): void {
    timers.add({ at: steadyMs + ms, owner, wake });
  }

  function start(process: Process): Owner {
    process.isAlive = true;
    process.life += 1;
    note(`${process.name} starts`);
    return { process, life: process.life };
  }

  /** Runs one waiting effect; false when none waits. */
  function runOne(): boolean {
    const chosen = calls.splice(random.below(calls.length), 1)[0];
    chosen?.run();
    return chosen !== undefined;
  }

  /** Lets time pass, and wakes who waited for it, in order. */
  function advance(ms: number): void {
    steadyMs += ms;
    for (const timer of [...timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > steadyMs) break;
      timers.delete(timer);
      if (timer.owner === undefined || isOf(timer.owner)) timer.wake();
    }
  }

  const toNextTimer = (): number | undefined => {
    const soonest = Math.min(...[...timers].map(({ at }) => at));
    return Number.isFinite(soonest) ? Math.max(0, soonest - steadyMs) : undefined;
  };

  return {
    random,
    trace,
    violations,
    note,
    call,
    crash,
    start,
    after,
    runOne,
    advance,
    toNextTimer,
    isOf,
    hasCalls: () => calls.length > 0,
    steadyMs: () => steadyMs,
    nowMs: () => steadyMs + wallOffsetMs,
    /** The machines' clock is set, while time passes as ever. */
    jumpClock: (ms: number) => {
      note(`the clock jumps by ${ms} ms`);
      wallOffsetMs += ms;
    },
    setFaults: (given: Faults) => {
      faults = given;
    },
    pause: (owner: Owner, ms: number): Promise<void> =>
      isOf(owner) ? new Promise((resolve) => after(ms, owner, resolve)) : never(),
  };
}

/** What a dead process waits for. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

function removeIf<T>(list: T[], isGone: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter((item) => !isGone(item)));
}
