import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appClient, appRoot } from "../durable/durable-app.ts";
import { forkHost, type HostProcess } from "./host-process.ts";

let dir: string;
let host: HostProcess;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-process-"));
  host = await forkHost(appRoot, dir);
});
afterEach(async () => {
  await host.kill();
  await rm(dir, { recursive: true });
});

describe("the process of an app", () => {
  it("runs a TypeScript app without a build, and says when it is ready", async () => {
    const app = appClient(host.endpoint, host.key);
    expect((await app.ended(await app.start("chain", 1))).output).toBe(4);
  });

  it("ignores Ctrl-C", async () => {
    host.child.kill("SIGINT");
    const response = await fetch(`${host.endpoint}/api/ran`);
    expect(response.status).toBe(200);
  });

  it("ends when its parent is gone", async () => {
    host.child.disconnect();
    expect(await host.ended).toBe(1);
  });

  it("drains on the parent's message and ends with 0 when what runs has ended", async () => {
    const app = appClient(host.endpoint, host.key);
    await app.start("gate", "slow");
    await expect.poll(() => app.ran()).toContain("gated slow");
    host.child.send({ type: "drain" });
    await app.open("slow");
    expect(await host.ended).toBe(0);
  });

  it("ends with 0 on SIGTERM", async () => {
    host.child.kill("SIGTERM");
    expect(await host.ended).toBe(0);
  });

  it("ends with an exit code of its own when a function ran past functionTimeout", async () => {
    const timers = join(import.meta.dirname, "apps/timers");
    const other = await forkHost(timers, join(dir, "timers"), { TICK_SCHEDULE: "0 0 0 1 1 *" });
    const headers = { "x-functions-key": other.key };
    await fetch(`${other.endpoint}/admin/functions/slow`, { method: "POST", headers });
    expect(await other.ended).toBe(70);
  });

  it("refuses a data folder that another host owns", async () => {
    await expect(forkHost(appRoot, dir)).rejects.toThrow("did not start");
  });
});
