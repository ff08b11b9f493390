import { describe, expect, it } from "vitest";
import { idempotencyOf, idempotencyRecordSchema, keepsKey } from "../../../src/domain/operation-run/idempotency.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun } from "../../builders/a-run.ts";

describe("a caller's key", () => {
  it("has an id that a document can have, whatever the key", () => {
    expect(idempotencyOf("caller", "a/b?c#d", {}).id).toMatch(/^idempotency-[0-9a-f]{32}$/);
  });

  it("is the same for the same caller, and another's for another, also where the two could run together", () => {
    const ids = [
      idempotencyOf("caller", "key", {}).id,
      idempotencyOf("caller", "other", {}).id,
      idempotencyOf("other", "key", {}).id,
      idempotencyOf("calle", "rkey", {}).id,
    ];
    expect(new Set(ids).size).toBe(4);
    expect(idempotencyOf("caller", "key", { a: 1 }).id).toBe(ids[0]);
  });

  it("is of the same request whatever the order of its properties, and of no other one", () => {
    const hashOf = (request: object) => idempotencyOf("caller", "key", request).requestHash;
    expect(hashOf({ a: 1, b: [2] })).toBe(hashOf({ b: [2], a: 1 }));
    expect(hashOf({ a: 1, b: [2] })).not.toBe(hashOf({ a: 1, b: [3] }));
    expect(hashOf({})).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is stored with the run that it stands for, and nothing that was asked", () => {
    const record = { ...idempotencyOf("caller", "key", {}), runId: "run", createdAt: startOfTime };
    expect(idempotencyRecordSchema.parse({ ...record, ttl: 1 })).toEqual(record);
    expect(idempotencyRecordSchema.safeParse({ ...record, createdAt: "yesterday" }).success).toBe(false);
  });
});

describe("a start keeps its key", () => {
  const dispatchFailed = { code: "dispatch_failed", message: "No.", target: "", count: 1 } as const;
  const never = { status: "completed", outcome: "failed", failures: [dispatchFailed] } as const;

  it.each([
    ["while it is active", aRun(), true],
    ["when it succeeded", aRun({ status: "completed", outcome: "succeeded" }), true],
    ["when it failed for another reason", aRun({ ...never, failures: [{ ...dispatchFailed, code: "stalled" }] }), true],
    [
      "when it was sent and nobody took it",
      aRun({ ...never, failures: [dispatchFailed], dispatchedAt: startOfTime }),
      true,
    ],
    [
      "when it was cancelled before it was sent",
      aRun({ ...never, outcome: "cancelled", failures: [dispatchFailed] }),
      true,
    ],
    ["not when it could not be sent (runs.md 2)", aRun({ ...never, failures: [dispatchFailed] }), false],
    [
      "not when that is one of its reasons",
      aRun({ ...never, failures: [{ ...dispatchFailed, code: "stalled" }, dispatchFailed] }),
      false,
    ],
  ])("a start keeps its key %s", (_when, run, keeps) => {
    expect(keepsKey(run)).toBe(keeps);
  });
});
