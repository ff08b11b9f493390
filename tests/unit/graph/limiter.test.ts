import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { GroupLimits } from "../../../src/adapters/graph/graph-limits.ts";
import { limitsOf } from "../../../src/adapters/graph/graph-limits.ts";
import { type Limiter, makeLimiter } from "../../../src/adapters/graph/make-limiter.ts";
import { makeQuickestAnswer, type QuickestAnswer } from "../../../src/adapters/graph/quickest-answer.ts";
import { aClock, aHurryingClock, settle } from "../../builders/a-clock.ts";

const limits: GroupLimits = { concurrency: 8, perWindow: 100, windowMs: 20_000, mayBatch: true };
const never = new AbortController().signal;

/** Sends requests, which are answered at once unless it is said otherwise. */
async function send(limiter: Limiter, count = 1, sending = async (): Promise<void> => undefined): Promise<void> {
  const turn = await limiter.acquire(count, never);
  await turn?.send(sending);
}

/** What a process knows that has had many answers. */
function answersOf(ms: number): QuickestAnswer {
  const quickest = makeQuickestAnswer();
  for (let each = 0; each < 50; each += 1) quickest.note(ms);
  return quickest;
}

/** When each of so many requests could start, in milliseconds from now. */
async function startsOf(count: number, given: Partial<GroupLimits> = {}, before = (_limiter: Limiter) => {}) {
  const clock = aHurryingClock();
  const from = clock.nowMs();
  const limiter = makeLimiter({ ...limits, ...given }, clock);
  before(limiter);
  const starts: number[] = [];
  for (let each = 0; each < count; each += 1) {
    await send(limiter);
    starts.push(clock.nowMs() - from);
  }
  return starts;
}

describe("the limiter of a service group", () => {
  it("lets a small tenant be read without waiting", async () => {
    expect(new Set(await startsOf(100))).toEqual(new Set([0]));
  });

  it("starts no more in any window than it allows", async () => {
    const starts = await startsOf(350);
    for (const start of starts) {
      expect(starts.filter((other) => other > start - 20_000 && other <= start).length).toBeLessThanOrEqual(100);
    }
    expect(starts.at(-1)).toBe(60_000);
  });

  it("counts the parts of a batch one by one", async () => {
    const clock = aHurryingClock();
    const limiter = makeLimiter(limits, clock);
    for (let each = 0; each < 5; each += 1) await send(limiter, 20);
    expect(clock.pauses).toEqual([]);
    await limiter.acquire(1, never);
    expect(clock.pauses).toEqual([20_000]);
  });

  it("keeps the conditional access group to one request in more than a second", async () => {
    const starts = await startsOf(5, limitsOf("conditionalAccess"));
    expect(starts).toEqual([0, 1_100, 2_200, 3_300, 4_400]);
  });

  it("tells until when a long wait for the window lasts, and nothing of short ones", async () => {
    const [clock, paced] = [aClock(), new AbortController()];
    const from = clock.nowMs();
    const limiter = makeLimiter({ ...limits, perWindow: 1 }, clock);
    await send(limiter);
    await clock.advance(3_000);
    expect(limiter.pacedUntilMs()).toBe(0);
    const waiting = limiter.acquire(1, paced.signal);
    await settle();
    expect(limiter.pacedUntilMs() - from).toBe(20_000);
    await clock.advance(17_000);
    expect(await waiting).toBeDefined();
    const short = makeLimiter({ ...limits, perWindow: 1, windowMs: 1_999 }, clock);
    await send(short);
    short.acquire(1, paced.signal).catch(() => undefined);
    await settle();
    expect(short.pacedUntilMs()).toBe(0);
    paced.abort();
  });

  it("starts nothing for as long as Graph asked", async () => {
    expect(await startsOf(1, {}, (limiter) => limiter.slowDown(7_500))).toEqual([7_500]);
  });

  it("allows half as much after it was throttled, and more again when it is quiet", async () => {
    const starts = await startsOf(200, {}, (limiter) => limiter.slowDown(0));
    const startedAt = (ms: number): number => starts.filter((start) => start === ms).length;
    expect([0, 20_000, 40_000].map(startedAt)).toEqual([50, 60, 70]);
  });

  it("does not make the conditional access group slower than it was told to be, once it was throttled", async () => {
    const starts = await startsOf(4, limitsOf("conditionalAccess"), (limiter) => limiter.slowDown(2_000));
    expect(starts).toEqual([2_000, 3_100, 4_200, 5_300]);
  });

  it("never stops altogether, however often it was throttled", async () => {
    const throttled = (limiter: Limiter): void => {
      for (let times = 0; times < 50; times += 1) limiter.slowDown(0);
    };
    expect(await startsOf(2, {}, throttled)).toEqual([0, 20_000]);
  });

  it("counts requests from when they may have arrived, not from when they set out", async () => {
    const clock = aHurryingClock();
    const from = clock.nowMs();
    const limiter = makeLimiter({ ...limits, perWindow: 1, windowMs: 1_100 }, clock, answersOf(100));
    const startAfter = async (latencyMs: number): Promise<number> => {
      let start = 0;
      await send(limiter, 1, async () => {
        start = clock.nowMs() - from;
        clock.passed(latencyMs);
      });
      return start;
    };
    // The quickest answer took 100 ms, so one that took 600 ms may have arrived 500 ms later than it could.
    const starts = [await startAfter(100), await startAfter(600), await startAfter(100), await startAfter(100)];
    expect(starts).toEqual([0, 1_100, 1_100 + 500 + 1_100, 1_100 + 500 + 2_200]);
  });

  it("takes no answer of a new process for quick: its requests may have arrived as late as they were answered", async () => {
    const clock = aHurryingClock();
    const from = clock.nowMs();
    const limiter = makeLimiter({ ...limits, perWindow: 1, windowMs: 1_100 }, clock);
    await send(limiter, 1, async () => clock.passed(900));
    await send(limiter);
    expect(clock.nowMs() - from).toBe(900 + 1_100);
  });

  it("is not slowed down for ever by a clock that is put back while a request is under way", async () => {
    const clock = aHurryingClock();
    const quickest = makeQuickestAnswer();
    const limiter = makeLimiter({ ...limits, perWindow: 1, windowMs: 1_100 }, clock, quickest);
    await send(limiter, 1, async () => clock.passed(-60_000));
    for (let each = 0; each < 50; each += 1) quickest.note(100);
    const from = clock.nowMs();
    for (let each = 0; each < 2; each += 1) await send(limiter);
    expect(clock.nowMs() - from).toBe(2_200);
  });

  it("counts a request that was lost, and takes no refused connection for a quick answer", async () => {
    const clock = aHurryingClock();
    const limiter = makeLimiter({ ...limits, perWindow: 1, windowMs: 1_100 }, clock, answersOf(100));
    const lost = send(limiter, 1, () => Promise.reject(new Error("refused")));
    await expect(lost).rejects.toThrow("refused");
    const from = clock.nowMs();
    for (let each = 0; each < 3; each += 1) await send(limiter, 1, async () => clock.passed(100));
    expect(clock.nowMs() - from).toBe(3 * 1_100 + 100);
  });

  it("counts requests without an answer as though they could still arrive, however long that takes", async () => {
    const clock = aClock();
    const limiter = makeLimiter({ ...limits, perWindow: 1 }, clock);
    const answer = Promise.withResolvers<void>();
    const first = send(limiter, 1, () => answer.promise);
    let started = 0;
    void limiter.acquire(1, never).then(() => {
      started += 1;
    });
    await clock.advance(65_000);
    expect(started).toBe(0);
    answer.resolve();
    await first;
    await clock.advance(20_000);
    expect(started).toBe(1);
  });

  it("gives up waiting when the work is stopped", async () => {
    const clock = aClock();
    const limiter = makeLimiter({ ...limits, perWindow: 1 }, clock);
    await limiter.acquire(1, never);
    const stop = new AbortController();
    const waiting = limiter.acquire(1, stop.signal);
    await settle();
    stop.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");
  });
});

describe("the limits of service groups", () => {
  it("the limits of service groups have every collection of conditional access in the one slow group", () => {
    const slow = contracts.filter(({ path }) =>
      /^\/(identity\/conditionalAccess|policies\/authenticationStrength)/.test(path),
    );
    expect(slow.length).toBeGreaterThan(3);
    expect([...new Set(slow.map(({ serviceGroup }) => serviceGroup))]).toEqual(["conditionalAccess"]);
  });

  it("the limits of service groups stay below what Microsoft allows an application in a tenant", () => {
    for (const group of ["deviceConfiguration", "deviceConfigurationV2", "managedApplications", "rbac"]) {
      expect(limitsOf(group).perWindow / limitsOf(group).windowMs).toBeLessThan(1_000 / 20_000);
    }
    expect(limitsOf("conditionalAccess")).toMatchObject({ concurrency: 1, mayBatch: false });
  });
});
