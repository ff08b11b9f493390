import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DurableApp, type Status, startDurableApp } from "./durable-app.ts";

let app: DurableApp;

beforeAll(async () => {
  app = await startDurableApp();
});
afterAll(() => app[Symbol.asyncDispose]());

function webhook(path: string, init: RequestInit = {}, key = app.host.masterKey): Promise<Response> {
  const url = `${app.host.endpoint}/runtime/webhooks/durabletask/${path}`;
  return fetch(url, { ...init, headers: { "x-functions-key": key } });
}

describe("startNew", () => {
  it("refuses an id that is running", async () => {
    await app.start("timeout", null, { instanceId: "twice" });
    await expect(app.start("timeout", null, { instanceId: "twice" })).rejects.toThrow("already exists");
  });

  it("runs an id that has finished again, with the new input", async () => {
    await app.ended(await app.start("chain", 1, { instanceId: "again" }));
    await app.start("chain", 2, { instanceId: "again" });
    await expect.poll(async () => (await app.status("again")).output).toBe(8);
  });

  it("makes exactly one instance of many starts of one id at once", async () => {
    const starts = Array.from({ length: 50 }, () => app.start("timeout", null, { instanceId: "one" }));
    const results = await Promise.allSettled(starts);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
  });

  it.each(["a/b", "@a@b", "a#b", "x".repeat(101)])("refuses the id %s", async (instanceId) => {
    const response = await webhook(`orchestrators/chain/${encodeURIComponent(instanceId)}`, {
      method: "POST",
      body: "1",
    });
    expect(response.status).toBe(400);
  });

  it("refuses an orchestrator that is not there", async () => {
    await expect(app.start("nobody")).rejects.toThrow("nobody");
  });
});

describe("getStatus", () => {
  it("tells name, times, input, output and custom status", async () => {
    const id = await app.start("generations", 8);
    expect(await app.ended(id)).toMatchObject({
      name: "generations",
      instanceId: id,
      runtimeStatus: "Completed",
      input: 8,
      output: 16,
      customStatus: { generation: 8 },
      createdTime: expect.stringMatching(/Z$/),
    });
  });

  it("the status of an unknown id is an error", async () => {
    await expect(app.status("unknown")).rejects.toThrow("404");
  });
});

describe("status queries", () => {
  it("status queries answer all instances over many pages", async () => {
    const started = await Promise.all(Array.from({ length: 250 }, (_, i) => app.start("chain", i)));
    await app.idle();
    const listed = await app.call<Status[]>("listAll");
    const ids = listed.map(({ instanceId }) => instanceId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(started));
  });

  it("status queries filter by status", async () => {
    const id = await app.start("uncaught");
    await app.ended(id);
    const failed = await app.call<Status[]>("list", { runtimeStatus: ["Failed"] });
    expect(failed.map(({ instanceId }) => instanceId)).toContain(id);
    expect(new Set(failed.map(({ runtimeStatus }) => runtimeStatus))).toEqual(new Set(["Failed"]));
  });

  it("status queries filter by the time of creation", async () => {
    const createdTimeFrom = new Date(Date.now() + 60_000).toISOString();
    expect(await app.call<Status[]>("list", { createdTimeFrom })).toEqual([]);
  });
});

describe("terminate", () => {
  it("ends a running instance with the reason as its output", async () => {
    const id = await app.start("timeout");
    await app.idle();
    await app.call("terminate", { id, reason: "enough" });
    expect(await app.ended(id)).toMatchObject({ runtimeStatus: "Terminated", output: "enough" });
  });

  it("terminating an unknown instance is an error, a finished one is not", async () => {
    await expect(app.call("terminate", { id: "unknown", reason: "x" })).rejects.toThrow("No instance");
    const id = await app.start("chain", 1);
    await app.ended(id);
    await app.call("terminate", { id, reason: "late" });
    expect((await app.status(id)).runtimeStatus).toBe("Completed");
  });

  it("lets the activity that runs end, and drops its result", async () => {
    const id = await app.start("gate", "terminated");
    await expect.poll(() => app.ran()).toContain("gated terminated");
    await app.call("terminate", { id, reason: "stop" });
    await app.ended(id);
    await app.open("terminated");
    await app.idle();
    expect((await app.status(id)).runtimeStatus).toBe("Terminated");
  });
});

describe("raiseEvent", () => {
  it("an event to an unknown instance is an error", async () => {
    await expect(app.call("raise", { id: "unknown", event: "go", value: 1 })).rejects.toThrow("No instance");
  });

  it("an event to a finished instance does nothing", async () => {
    const id = await app.start("chain", 1);
    await app.ended(id);
    await app.call("raise", { id, event: "go", value: 1 });
    expect((await app.status(id)).output).toBe(4);
  });
});

describe("purge", () => {
  it("removes a finished instance", async () => {
    const id = await app.start("chain", 1);
    await app.ended(id);
    expect(await app.call("purge", { id })).toMatchObject({ instancesDeleted: 1 });
    await expect(app.status(id)).rejects.toThrow("404");
  });

  it("leaves a running instance alone", async () => {
    const id = await app.start("timeout");
    await app.idle();
    expect(await app.call("purge", { id })).toMatchObject({ instancesDeleted: 0 });
    expect((await app.status(id)).runtimeStatus).toBe("Running");
  });

  it("a purge by status removes all of them and counts", async () => {
    await app.ended(await app.start("throwing"));
    const failed = await app.call<Status[]>("list", { runtimeStatus: ["Failed"] });
    expect(await app.call("purgeBy", { runtimeStatus: ["Failed"] })).toMatchObject({ instancesDeleted: failed.length });
  });
});

describe("the HTTP API", () => {
  it("wants the master key on its public address", async () => {
    expect((await webhook("instances/x", {}, "wrong")).status).toBe(401);
  });

  it("hands out links to this host", async () => {
    const links = await app.call<Record<string, string>>("links", { id: "x" });
    expect(links["statusQueryGetUri"]).toContain(`${app.host.endpoint}/runtime/webhooks/durabletask/instances/x?`);
  });

  it.each([
    ["POST", "instances/twice/rewind"],
    ["POST", "instances/twice/restart"],
    ["POST", "instances/twice/resume"],
    ["POST", "entities/counter/1?op=add"],
    ["PUT", "instances/twice"],
    ["GET", "instances/twice?showHistory=true"],
    ["GET", "entities/counter/1"],
    ["POST", "orchestrators/chain?timeout=10"],
  ])("refuses %s %s", async (method, path) => {
    expect((await webhook(path, { method })).status).toBe(501);
  });
});
