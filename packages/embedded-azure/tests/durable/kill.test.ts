import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forkHost, type HostProcess } from "../host/host-process.ts";
import { appClient, appRoot, type Status } from "./durable-app.ts";

let dir: string;
let host: HostProcess;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "durable-kill-"));
  host = await forkHost(appRoot, dir);
});
afterEach(async () => {
  await host.kill();
  await rm(dir, { recursive: true });
});

async function killAndStartAgain(): Promise<ReturnType<typeof appClient>> {
  await host.kill();
  host = await forkHost(appRoot, dir);
  return appClient(host.endpoint, host.key);
}

describe("after kill -9", () => {
  it("an activity that had not ended runs again, and the orchestration goes on with its result", async () => {
    const before = appClient(host.endpoint, host.key);
    const id = await before.start("gate", "killed");
    await expect.poll(() => before.ran()).toEqual(["gated killed"]);
    const after = await killAndStartAgain();
    await expect.poll(() => after.ran()).toEqual(["gated killed"]);
    await after.open("killed");
    expect((await after.ended(id)).output).toBe("killed");
  });

  it("an activity that had ended does not run again", async () => {
    const before = appClient(host.endpoint, host.key);
    const id = await before.start("values", ["once"]);
    await before.ended(id);
    const after = await killAndStartAgain();
    expect(await after.status(id)).toMatchObject({ runtimeStatus: "Completed", output: ["once"] });
    expect(await after.ran()).toEqual([]);
  });

  it("events that were accepted arrive", async () => {
    const before = appClient(host.endpoint, host.key);
    const id = await before.start("events");
    await before.call("raise", { id, event: "item", value: 1 });
    await before.call("raise", { id, event: "item", value: 2 });
    const after = await killAndStartAgain();
    await after.call("raise", { id, event: "item", value: 3 });
    expect((await after.ended(id)).output).toEqual([1, 2, 3]);
  });

  it("every orchestration that was accepted ends with the right result, in the midst of many others", async () => {
    const accepted: string[] = [];
    for (let round = 0; round < 3; round++) {
      const app = appClient(host.endpoint, host.key);
      // A start whose answer the kill cut off may have happened or not: only what was answered counts.
      const starts = Array.from({ length: 20 }, async (_, i) => {
        const instanceId = `${round}-${i}`;
        await app.start("fanOut", 20, { instanceId });
        accepted.push(instanceId);
      });
      const started = Promise.allSettled(starts);
      await expect.poll(() => accepted.length).toBeGreaterThan(round * 10);
      await killAndStartAgain();
      await started;
    }
    const app = appClient(host.endpoint, host.key);
    await app.idle();
    const all = await app.call<Status[]>("listAll");
    const outputs = new Map(all.map(({ instanceId, output }) => [instanceId, output]));
    expect(accepted.map((id) => outputs.get(id))).toEqual(accepted.map(() => 380));
  });
});
