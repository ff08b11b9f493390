import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { CannotStart, lockDataFolder } from "../src/data-lock.ts";

const dir = mkdtempSync(join(tmpdir(), "data-lock-"));
afterAll(() => rmSync(dir, { recursive: true }));

const file = JSON.stringify(new URL("../src/data-lock.ts", import.meta.url).href);

/** Another owner, that waits for the folder, says when it begins and how it went. */
function successor(patienceMs: number): Worker {
  const program = `
    const { parentPort } = require("node:worker_threads");
    import(${file}).then(({ lockDataFolder }) => {
      parentPort.postMessage("asks");
      lockDataFolder(${JSON.stringify(dir)}, ${patienceMs});
      parentPort.postMessage("has it");
    }).catch((error) => parentPort.postMessage(error.message));`;
  return new Worker(program, { eval: true });
}

describe("the lock of a data folder", () => {
  it("refuses a second owner at once", () => {
    using _first = lockDataFolder(dir);
    expect(() => lockDataFolder(dir)).toThrow(CannotStart);
  });

  it("waits for a predecessor that is about to end: apps end by themselves a moment after their parent's kill -9", async () => {
    const predecessor = lockDataFolder(dir);
    const next = successor(10_000);
    expect(await once(next, "message")).toEqual(["asks"]);
    const answer = once(next, "message");
    predecessor[Symbol.dispose]();
    expect(await answer).toEqual(["has it"]);
    await next.terminate();
  });
});
