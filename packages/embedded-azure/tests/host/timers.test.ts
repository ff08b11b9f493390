import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Timer } from "@azure/functions";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";

const minute = 60_000;
let dir: string;
let now: number;
let host: RunningHost | undefined;
const errors: string[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-timers-"));
  now = Date.parse("2026-03-01T10:01:00.000Z");
  errors.length = 0;
  vi.stubEnv("TICK_SCHEDULE", "0 */5 * * * *");
});
afterEach(async () => {
  await host?.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

async function start(): Promise<RunningHost> {
  host = await startHost({
    appRoot: join(import.meta.dirname, "apps/timers"),
    port: 0,
    dir,
    now: () => now,
    log: (level, _category, message) => level === "error" && errors.push(message),
  });
  return host;
}
async function seen({ endpoint }: RunningHost): Promise<{ ticks: Timer[]; order: string[] }> {
  return (await (await fetch(`${endpoint}/api/ticks`)).json()) as { ticks: Timer[]; order: string[] };
}
function moveTo(running: RunningHost, time: string): void {
  now = Date.parse(time);
  running.wake();
}
function runByHand({ endpoint, masterKey }: RunningHost, name: string, query = "?wait=1"): Promise<Response> {
  const headers = { "x-functions-key": masterKey };
  return fetch(`${endpoint}/admin/functions/${name}${query}`, { method: "POST", headers });
}

describe("a timer", () => {
  it("fires when its time, read from a setting, has come, and not before", async () => {
    const running = await start();
    moveTo(running, "2026-03-01T10:04:59.999Z");
    expect((await seen(running)).ticks).toEqual([]);
    moveTo(running, "2026-03-01T10:05:00.000Z");
    await expect.poll(async () => (await seen(running)).ticks.length).toBe(1);
    expect((await seen(running)).ticks[0]).toMatchObject({
      isPastDue: false,
      schedule: { adjustForDST: true },
      scheduleStatus: { next: "2026-03-01T10:05:00.000Z" },
    });
  });

  it("a timer whose time passed while the host was down runs once at start, past due", async () => {
    await (await start()).close();
    now += 60 * minute;
    const running = await start();
    await expect.poll(async () => (await seen(running)).ticks.map(({ isPastDue }) => isPastDue)).toEqual([true]);
  });

  it("does not run at start when its schedule was changed", async () => {
    await (await start()).close();
    now += 60 * minute;
    vi.stubEnv("TICK_SCHEDULE", "0 */7 * * * *");
    const running = await start();
    expect((await seen(running)).ticks).toEqual([]);
    moveTo(running, "2026-03-01T11:07:00.000Z");
    await expect.poll(async () => (await seen(running)).ticks.length).toBe(1);
  });

  it("never runs twice at once", async () => {
    const running = await start();
    const runs = async () => (await seen(running)).order.filter((line) => line === "slow runs").length;
    moveTo(running, "2026-03-01T11:00:00.000Z");
    await expect.poll(runs).toBe(1);
    moveTo(running, "2026-03-01T12:00:00.000Z");
    await fetch(`${running.endpoint}/admin/host/status`);
    expect(await runs()).toBe(1);
    await fetch(`${running.endpoint}/api/open`, { method: "POST" });
    await expect.poll(runs).toBe(2);
    await fetch(`${running.endpoint}/api/open`, { method: "POST" });
  });

  it("runs in one host only: a second one on the same data is refused, and may take over when the first has ended", async () => {
    const first = await start();
    await expect(start()).rejects.toThrow("already runs");
    await first.close();
    expect((await seen(await start())).ticks).toEqual([]);
  });

  it("is refused at start when its setting is missing", async () => {
    vi.stubEnv("TICK_SCHEDULE", undefined);
    await expect(start()).rejects.toThrow("TICK_SCHEDULE");
    host = undefined;
  });
});

describe("POST /admin/functions/{name}", () => {
  it("POST /admin/functions/{name} with ?wait=1 answers when the timer has run", async () => {
    const running = await start();
    expect((await runByHand(running, "tick")).status).toBe(200);
    expect((await seen(running)).ticks.length).toBe(1);
  });

  it("answers 202 at once without it", async () => {
    const running = await start();
    expect((await runByHand(running, "tick", "")).status).toBe(202);
    await expect.poll(async () => (await seen(running)).ticks.length).toBe(1);
  });

  it("answers 500 with ?wait=1 when the function failed", async () => {
    expect((await runByHand(await start(), "broken")).status).toBe(500);
  });

  it("answers 404 for a function that is not there", async () => {
    expect((await runByHand(await start(), "nobody")).status).toBe(404);
  });
});

describe("invocation hooks", () => {
  it("invocation hooks run before and after a function and see its error", async () => {
    const running = await start();
    await runByHand(running, "broken");
    expect((await seen(running)).order.slice(0, 2)).toEqual(["before broken", "after broken failed"]);
  });
});

describe("functionTimeout", () => {
  it("fails an invocation that runs longer and is reported", async () => {
    const running = await start();
    expect((await runByHand(running, "slow")).status).toBe(500);
    expect(errors[0]).toContain("'slow' ran past functionTimeout");
  });
});

describe("drain by the admin endpoint", () => {
  it("stops timers while HTTP goes on, and says when it is done", async () => {
    const running = await start();
    const headers = { "x-functions-key": running.masterKey };
    const state = async () => (await fetch(`${running.endpoint}/admin/host/drain/status`, { headers })).json();
    expect(await state()).toMatchObject({ state: "Disabled" });
    expect((await fetch(`${running.endpoint}/admin/host/drain`, { method: "POST", headers })).status).toBe(202);
    await expect.poll(state).toMatchObject({ state: "Completed" });
    moveTo(running, "2026-03-01T10:05:00.000Z");
    expect((await seen(running)).ticks).toEqual([]);
  });
});
