import { describe, expect, it } from "vitest";
import { conditionOf, toPatch } from "../../../src/adapters/cosmos/patch.ts";
import {
  claim,
  end,
  failedWith,
  reattempt,
  requestCancel,
  resend,
  waitFor,
  wake,
} from "../../../src/domain/operation-run/lifecycle.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun } from "../../builders/a-run.ts";

const nowMs = Date.parse(startOfTime);
const run = aRun();
const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;

describe("a transition as a patch", () => {
  it.each([
    ["claim", claim(aRun({ type: "configuration.restore" }), nowMs)],
    ["wait", waitFor(run, "other")],
    ["wake", wake(run)],
    ["resend", resend(run, nowMs)],
    ["reattempt", reattempt(run)],
    ["cancel", requestCancel(run, nowMs)],
    ["end", end(run, failedWith(failure), nowMs)],
  ])("%s has the ten operations at most that Cosmos DB takes", (_name, transition) => {
    const { operations } = Object(toPatch(transition, { runTtlSeconds: 1 }));
    expect(operations.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ["that reads", "snapshot.take", 8],
    ["that writes", "configuration.restore", 9],
  ] as const)("leaves room for what a later version adds to the end of a run %s", (_what, type, most) => {
    const ending = { ...failedWith(failure), result: { objectsAdded: 1 } };
    const { operations } = Object(toPatch(end(aRun({ type }), ending, nowMs), { runTtlSeconds: 1 }));
    expect(operations).toHaveLength(most);
  });

  it("ends with a time to live, and only an end has one", () => {
    const ttlOf = (transition: ReturnType<typeof claim>) =>
      Object(toPatch(transition, { runTtlSeconds: 7 })).operations.find(
        ({ path }: { path: string }) => path === "/ttl",
      );
    expect(ttlOf(end(run, failedWith(failure), nowMs))).toEqual({ op: "set", path: "/ttl", value: 7 });
    expect(ttlOf(claim(run, nowMs))).toBeUndefined();
  });

  it("is conditional on attempt and status, and on what must not have happened yet", () => {
    expect(conditionOf(end(run, failedWith(failure), nowMs).expected)).toBe(
      "FROM c WHERE c.attempt = 1 AND c.status IN ('queued', 'running')",
    );
    expect(conditionOf(resend(run, nowMs).expected)).toMatch(/ AND IS_NULL\(c\.resentAt\)$/);
    expect(conditionOf(wake(run).expected)).toMatch(/ AND c\.wakes = 0$/);
  });
});
