import { describe, expect, it } from "vitest";
import {
  cancelledEnding,
  claim,
  failedWith,
  isWriter,
  mayReattempt,
  requestCancel,
  resend,
  waitFor,
  wake,
} from "../../../src/domain/operation-run/lifecycle.ts";
import { operationMessageSchema } from "../../../src/domain/operation-run/operation-queue.ts";
import { activeKeyOf, messageIdOf } from "../../../src/domain/operation-run/run-identity.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, tenantId } from "../../builders/a-run.ts";

const nowMs = Date.parse(startOfTime);
const writer = aRun({ type: "configuration.restore" });

describe("a transition names what must still be true, and what then changes", () => {
  it("a run that waits behind another writer must still be queued, and names the one it waits for", () => {
    expect(waitFor(aRun({ attempt: 2 }), "other")).toEqual({
      expected: { attempt: 2, status: ["queued"] },
      change: { waitingFor: "other" },
    });
  });

  it("a run is woken once, if nobody else did: its message counts as never sent", () => {
    expect(wake(aRun({ attempt: 2, wakes: 1 }))).toEqual({
      expected: { attempt: 2, status: ["queued"], wakes: 1 },
      change: { waitingFor: null, wakes: 2, dispatchedAt: null, resentAt: null },
    });
  });

  it("a run is sent once more, if nobody did", () => {
    expect(resend(aRun({ attempt: 2 }), nowMs)).toEqual({
      expected: { attempt: 2, status: ["queued"], unset: "resentAt" },
      change: { resentAt: startOfTime },
    });
  });

  it("a wish to cancel, if nobody had it", () => {
    expect(requestCancel(aRun({ attempt: 2 }), nowMs)).toEqual({
      expected: { attempt: 2, status: ["running"], unset: "cancelRequestedAt" },
      change: { cancelRequestedAt: startOfTime },
    });
  });
});

describe("a run that writes to its tenant", () => {
  it("is told by its type", () => {
    expect(isWriter(writer)).toBe(true);
    expect(isWriter(aRun())).toBe(false);
  });

  it("takes the one write key of its tenant with its claim; another run does not (P6.9)", () => {
    expect(claim(writer, nowMs).change).toMatchObject({ writeKey: "write" });
    expect(claim(aRun(), nowMs).change).not.toHaveProperty("writeKey");
  });

  it("is never attempted again by the system", () => {
    expect(mayReattempt(writer)).toBe(false);
    expect(mayReattempt({ ...writer, attempt: 0 })).toBe(false);
    expect(mayReattempt(aRun())).toBe(true);
  });
});

describe("an ending without sums", () => {
  const nothing = { total: null, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 0 };

  it("the ending of a cancelled run has no failures and no result", () => {
    expect(cancelledEnding).toEqual({ outcome: "cancelled", counts: nothing, failures: [], result: null });
  });

  it("the ending of a run that failed as a whole has its reason", () => {
    const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;
    expect(failedWith(failure)).toEqual({ outcome: "failed", counts: nothing, failures: [failure], result: null });
  });
});

describe("the names of an attempt", () => {
  it("the names of an attempt are its message's id, another one after each wake (pitfall 35)", () => {
    expect(messageIdOf({ id: "run", attempt: 2, wakes: 0 })).toBe("run-2");
    expect(messageIdOf({ id: "run", attempt: 2, wakes: 3 })).toBe("run-2-w3");
  });

  it("the names of an attempt make an active key of the type and 32 digits, and no two sets the same", () => {
    expect(activeKeyOf("snapshot.take", ["a"])).toMatch(/^snapshot\.take:[0-9a-f]{32}$/);
    expect(activeKeyOf("snapshot.take", ["ab", "c"])).not.toBe(activeKeyOf("snapshot.take", ["a", "bc"]));
  });

  it.each([{ runId: "" }, { attempt: 0 }, { attempt: 1.5 }, { tenantId: "x" }])(
    "the names of an attempt make a message that %j does not",
    (more) => {
      const message = { tenantId, runId: "run", attempt: 3 };
      expect(operationMessageSchema.parse({ ...message, ofANewerVersion: 1 })).toEqual(message);
      expect(operationMessageSchema.safeParse({ ...message, ...more }).success).toBe(false);
    },
  );
});
