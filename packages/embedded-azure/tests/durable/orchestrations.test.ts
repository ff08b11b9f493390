import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DurableApp, startDurableApp } from "./durable-app.ts";

let app: DurableApp;
const minute = 60_000;

beforeAll(async () => {
  app = await startDurableApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => {
  app.errors.length = 0;
});

async function outcome(name: string, input?: unknown): Promise<unknown> {
  return (await app.ended(await app.start(name, input))).output;
}
/** Lets everything that is due happen, then moves the engine's clock. */
async function skip(ms: number): Promise<void> {
  await app.idle();
  app.host.durable?.skip(ms);
}

describe("activities", () => {
  it("activities run one after the other, each with the result of the one before", async () => {
    expect(await outcome("chain", 5)).toBe(20);
  });

  it("activities fan out and in by the hundreds", async () => {
    expect(await outcome("fanOut", 300)).toBe(89_700);
  });

  it("activities keep the shape of what they get and give", async () => {
    const values = ["text", "7", { a: [1] }, 3, null, "", { Timestamps: "x" }];
    expect(await outcome("values", values)).toEqual(values);
  });

  it("activities race in Task.any, and the loser keeps the instance Running until it has ended", async () => {
    const id = await app.start("race");
    await expect.poll(() => app.ran()).toEqual(expect.arrayContaining(["gated a", "gated b"]));
    await app.open("b");
    await expect.poll(() => app.host.durable?.client.history(id).some(({ Result }) => Result === '"b"')).toBe(true);
    expect((await app.status(id)).runtimeStatus).toBe("Running");
    await app.open("a");
    expect((await app.ended(id)).output).toBe("b");
  });
});

describe("failures", () => {
  it("failures of an activity reach the orchestrator as an error with its text", async () => {
    expect(await outcome("caught")).toMatch(/^caught: Activity function 'failing' failed: no luck with/);
  });

  it("failures that nobody catches fail the instance", async () => {
    const status = await app.ended(await app.start("uncaught"));
    expect(status).toMatchObject({
      runtimeStatus: "Failed",
      output: expect.stringMatching(/^Orchestrator function 'uncaught' failed: Activity function 'failing' failed/),
    });
  });

  it("failures in the first step fail the instance", async () => {
    const status = await app.ended(await app.start("throwing"));
    expect(status).toMatchObject({ runtimeStatus: "Failed", output: expect.stringContaining("first thing") });
  });

  it("failures of an activity that does not exist fail the instance", async () => {
    const status = await app.ended(await app.start("unknownActivity"));
    expect(status).toMatchObject({ runtimeStatus: "Failed", output: expect.stringContaining("'nobody'") });
  });
});

describe("retries", () => {
  it("retries wait as the options say and end with the success", async () => {
    const id = await app.start("retrying", { times: 2, attempts: 5 });
    await skip(minute);
    await skip(minute);
    expect((await app.status(id)).runtimeStatus).toBe("Running");
    await skip(minute);
    expect((await app.ended(id)).output).toBe("luck");
  });

  it("retries end with the failure when the attempts are used up", async () => {
    const id = await app.start("retrying", { times: 9, attempts: 2 });
    await skip(minute);
    expect((await app.ended(id)).runtimeStatus).toBe("Failed");
    expect((await app.ran()).filter((line) => line === `failing ${id}`).length).toBe(2);
  });

  it("retries of several tasks at once do not mix up their results", async () => {
    const id = await app.start("retryingAll");
    await skip(minute);
    await skip(minute);
    expect((await app.ended(id)).output).toBe(6);
  });
});

describe("timers", () => {
  it("timers fire when the clock has reached them, never before", async () => {
    const id = await app.start("sleeping", 10 * minute);
    await skip(9 * minute);
    await app.idle();
    expect((await app.status(id)).runtimeStatus).toBe("Running");
    await skip(minute);
    expect((await app.ended(id)).runtimeStatus).toBe("Completed");
  });

  it("timers longer than the six days of one message go on in pieces", async () => {
    const id = await app.start("sleeping", 7 * 24 * 60 * minute);
    for (let day = 0; day < 6; day++) await skip(24 * 60 * minute);
    await app.idle();
    expect((await app.status(id)).runtimeStatus).toBe("Running");
    await skip(24 * 60 * minute);
    expect((await app.ended(id)).runtimeStatus).toBe("Completed");
  });

  it("timers lose against an event and are cancelled", async () => {
    const id = await app.start("timeout");
    await app.idle();
    await app.call("raise", { id, event: "go", value: { in: "time" } });
    expect((await app.ended(id)).output).toEqual({ in: "time" });
  });

  it("timers win against an event that does not come", async () => {
    const id = await app.start("timeout");
    await skip(60 * minute);
    expect((await app.ended(id)).output).toBe("too late");
  });

  it("timers that are not cancelled keep the instance Running until they fire", async () => {
    const id = await app.start("forgottenTimer");
    await app.call("raise", { id, event: "go", value: 1 });
    await app.idle();
    expect((await app.status(id)).runtimeStatus).toBe("Running");
    await skip(60 * minute);
    expect((await app.ended(id)).output).toBe("done");
  });
});

describe("external events", () => {
  it("external events arrive in the order in which they were raised, early ones too", async () => {
    const id = await app.start("events");
    for (const value of ["a", "b", "c"]) await app.call("raise", { id, event: "item", value });
    expect((await app.ended(id)).output).toEqual(["a", "b", "c"]);
  });

  it("external events that arrive after continueAsNew are given to the next generation", async () => {
    const id = await app.start("collecting", { items: [] });
    for (const value of ["a", "b", "c"]) {
      await app.call("raise", { id, event: "item", value });
      await app.idle();
    }
    expect((await app.ended(id)).output).toEqual(["a", "b", "c"]);
  });
});

describe("sub-orchestrations", () => {
  it("sub-orchestrations run under the ids they were given, in parallel", async () => {
    expect(await outcome("parent", ["sub-0", "sub-1", "sub-2"])).toEqual([0, 4, 8]);
    expect(await app.status("sub-2")).toMatchObject({ name: "chain", runtimeStatus: "Completed", output: 8 });
  });

  it("sub-orchestrations that fail reach the parent as an error", async () => {
    expect(await outcome("parentOfFailing")).toMatch(/^caught: .*Orchestrator function 'uncaught' failed/);
  });

  it("sub-orchestrations are retried as the options say", async () => {
    const id = await app.start("retryingParent");
    await skip(minute);
    await skip(minute);
    expect((await app.ended(id)).output).toBe("luck");
  });
});

describe("continueAsNew", () => {
  it("starts the same instance again with the new input, and keeps the custom status", async () => {
    const id = await app.start("generations", 1);
    expect(await app.ended(id)).toMatchObject({ input: 8, output: 16, customStatus: { generation: 8 } });
  });
});

describe("versions", () => {
  it("the default version of host.json counts for sub-orchestrations too", async () => {
    expect(await outcome("version")).toEqual(["1.0", "1.0"]);
  });

  it("instances of a newer version than the app's wait for an app that may run them", async () => {
    const id = await app.start("ownVersion", null, { version: "2.0" });
    await app.idle();
    expect((await app.status(id)).runtimeStatus).toBe("Pending");
  });

  it("instances of an older version run with their own version", async () => {
    const id = await app.start("ownVersion", null, { version: "0.9" });
    expect((await app.ended(id)).output).toBe("0.9");
  });
});

describe("what the engine does not do", () => {
  it.each(["entity", "http"])("fails the orchestration loudly: %s", async (name) => {
    const status = await app.ended(await app.start(name));
    expect(status).toMatchObject({
      runtimeStatus: "Failed",
      output: expect.stringContaining("does not support action"),
    });
  });

  it("is refused by the client API", async () => {
    const id = await app.start("timeout");
    await expect(app.call("suspend", { id })).rejects.toThrow(/does not support POST instances.*suspend/);
  });
});

describe("the detector", () => {
  it("names the orchestrator that puts a pending task into a second composite", async () => {
    const id = await app.start("reusing");
    await expect.poll(() => app.ran()).toContain("gated reused");
    await app.call("raise", { id, event: "go", value: 1 });
    await expect.poll(() => app.errors).toContainEqual(expect.stringMatching(/'reusing'.*second Task\.any.*gated/));
    await expect.poll(async () => (await app.ran()).filter((line) => line === "gated reused").length).toBe(2);
    await app.open("reused");
  });

  it("says so when an instance is Running with nothing to wait for", async () => {
    const id = await app.start("lost");
    await app.idle();
    await app.call("raise", { id, event: "go", value: 1 });
    await expect
      .poll(() => app.errors)
      .toContainEqual(expect.stringMatching(/'lost'.*nothing open and nothing queued/));
  });
});

it("an orchestrator that was changed while an instance ran fails it with the reason", async () => {
  const id = await app.start("changing");
  await app.idle();
  await app.call("raise", { id, event: "go", value: 1 });
  await app.idle();
  await fetch(`${app.host.endpoint}/api/change`, { method: "POST" });
  await app.call("raise", { id, event: "go", value: 2 });
  const status = await app.ended(id);
  expect(status).toMatchObject({ runtimeStatus: "Failed", output: expect.stringContaining("Non-deterministic") });
});
