import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/domain/error/fault.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { Lease, LeaseAnswer } from "../../../src/domain/operation-run/lease.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { Heartbeat } from "../../../src/domain/operation-run/repository.ts";
import { type KeepAliveDeps, keepAlive } from "../../../src/use-cases/run/keep-alive.ts";
import { aClock, settle, startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId } from "../../builders/a-run.ts";
import { someLimits as limits } from "../../builders/run-limits.ts";

const lease = { group: "rbac", runId, attempt: 1, holder: "me" };
const held: LeaseAnswer = { kind: "held" };

type Answers = { lease: () => LeaseAnswer; run: () => OperationRun | "moved_on"; isPaused: () => boolean };

function aWorker({
  lease: answerLease = () => held,
  run: answerRun = () => aRun({ status: "running" }),
  isPaused = () => false,
}: Partial<Answers> = {}) {
  const clock = aClock();
  const beats: Heartbeat[] = [];
  const leases: Lease[] = [];
  const acquire = async (asked: Lease) => {
    leases.push(asked);
    return answerLease();
  };
  const heartbeat = async (_run: unknown, beat: Heartbeat) => {
    beats.push(beat);
    return answerRun();
  };
  // Only what keepAlive calls stands in for the stores.
  const stores = { leases: { acquire }, runs: { heartbeat } } as unknown as KeepAliveDeps["stores"];
  let progress = noProgress;
  const finished = Promise.withResolvers<string>();
  const working = keepAlive(
    { stores, clock, limits, isPaused: async () => isPaused() },
    { lease, progress: () => progress, everyMs: 2_000 },
    async (signal) => {
      const stopped = new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      return Promise.race([finished.promise, stopped]);
    },
  );
  working.catch(() => undefined);
  return {
    clock,
    beats,
    leases,
    working,
    finish: () => finished.resolve("done"),
    count: (succeeded: number) => {
      progress = { ...noProgress, succeeded };
    },
  };
}

describe("work under heartbeats", () => {
  it("tells its counts with every heartbeat, and renews its lease three times before it would end (I8, S5)", async () => {
    const worker = aWorker();
    await settle();
    await worker.clock.advance(2_000);
    worker.count(5);
    await worker.clock.advance(10_000);
    expect(worker.beats.map(({ group }) => group?.progress.succeeded)).toEqual([0, 5, 5, 5, 5, 5]);
    // Due each 5 s, and done with the heartbeat after that.
    expect(worker.leases.map(({ expiresAt }) => Date.parse(expiresAt) - Date.parse(startOfTime))).toEqual([
      21_000, 27_000,
    ]);
    worker.finish();
    expect(await worker.working).toBe("done");
  });

  it("costs nothing when it is done within one interval: the lease was taken, and the run read, just before", async () => {
    const worker = aWorker();
    await worker.clock.advance(1_999);
    worker.finish();
    expect(await worker.working).toBe("done");
    expect([worker.beats, worker.leases]).toEqual([[], []]);
  });

  it("gives no sign after its end", async () => {
    const worker = aWorker();
    await settle();
    worker.finish();
    await worker.working;
    const before = worker.beats.length;
    await worker.clock.advance(60_000);
    expect(worker.beats).toHaveLength(before);
  });

  it("stops when its attempt no longer holds the run", async () => {
    const worker = aWorker({ run: () => "moved_on" });
    await worker.clock.advance(2_000);
    await expect(worker.working).rejects.toMatchObject({ why: { kind: "ended" } });
  });

  it("stops when somebody cancelled the run", async () => {
    let cancelRequestedAt: string | null = null;
    const worker = aWorker({ run: () => aRun({ status: "running", cancelRequestedAt }) });
    await settle();
    cancelRequestedAt = startOfTime;
    await worker.clock.advance(2_000);
    await expect(worker.working).rejects.toMatchObject({ why: { kind: "cancelled" } });
  });

  it("stops when another part of the run met what ends all of it, such as a lost consent", async () => {
    const trouble = { code: "graph_consent_missing", message: "No consent.", target: "", count: 1 } as const;
    let met: typeof trouble | null = null;
    const worker = aWorker({ run: () => aRun({ status: "running", trouble: met }) });
    await settle();
    met = trouble;
    await worker.clock.advance(2_000);
    await expect(worker.working).rejects.toMatchObject({ why: { kind: "stop", failure: trouble } });
  });

  it("goes on when another part of the run met what may pass", async () => {
    const trouble = { code: "graph_unavailable", message: "Busy.", target: "", count: 1 } as const;
    const worker = aWorker({ run: () => aRun({ status: "running", trouble }) });
    await settle();
    worker.finish();
    expect(await worker.working).toBe("done");
  });

  it("stops when another holds its lease, and says nothing more about the run", async () => {
    let answer: LeaseAnswer | undefined;
    const worker = aWorker({ lease: () => answer ?? held });
    await worker.clock.advance(2_000);
    answer = { kind: "busy", until: startOfTime };
    await worker.clock.advance(4_000);
    await expect(worker.working).rejects.toMatchObject({ why: { kind: "lease_lost" } });
    expect(worker.beats).toHaveLength(2);
  });

  it("stops when somebody pauses what it needs", async () => {
    let isPaused = false;
    const worker = aWorker({ isPaused: () => isPaused });
    await worker.clock.advance(2_000);
    isPaused = true;
    await worker.clock.advance(2_000);
    await expect(worker.working).rejects.toMatchObject({ why: { kind: "paused" } });
  });

  it("survives a store that hiccups, as long as nobody can have taken the lease", async () => {
    let isDown = false;
    const worker = aWorker({
      run: () => {
        if (isDown) throw new Fault("store_unavailable", "The database answered 503.");
        return aRun({ status: "running" });
      },
    });
    await settle();
    isDown = true;
    await worker.clock.advance(4_000);
    isDown = false;
    await worker.clock.advance(2_000);
    worker.finish();
    expect(await worker.working).toBe("done");
  });

  it("stops when the store stays away for longer than half its lease", async () => {
    let isDown = false;
    const worker = aWorker({
      run: () => {
        if (isDown) throw new Fault("store_unavailable", "The database answered 503.");
        return aRun({ status: "running" });
      },
    });
    await settle();
    isDown = true;
    await worker.clock.advance(10_000);
    await expect(worker.working).rejects.toMatchObject({ code: "store_unavailable" });
  });
});
