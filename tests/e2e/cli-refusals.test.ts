import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, test } from "vitest";
import { expectRefusal, npmToEnd } from "./support/command.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-refusals-"));

afterAll(() => rm(root, { recursive: true, force: true }));

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

test("a taken port is refused in one sentence, whichever of the ten it is", async () => {
  await using taken = await aTakenPort();
  for (const base of [taken.port, taken.port - 4, taken.port - 9]) {
    const answer = await npmToEnd("start", "-s", "--", "--json", "--data", aFolder(), "--port-base", String(base));
    expectRefusal(answer, /^Port \d+ is taken: choose another --port-base\.$/);
  }
});

test("a damaged database file, a full disk and a folder that is none are one sentence that names the file", async () => {
  const start = (dir: string) => npmToEnd("start", "-s", "--", "--json", "--data", dir, "--port-base", "0");
  const damaged = aFolder();
  for (const name of ["cosmos", "graph"]) mkdirSync(join(damaged, name));
  writeFileSync(join(damaged, "cosmos", "cosmos.sqlite"), "no database ".repeat(1_000));
  expectRefusal(await start(damaged), /^The database file .*cosmos\.sqlite is damaged: /);
  writeFileSync(join(damaged, "file"), "");
  expectRefusal(await start(join(damaged, "file")), /^.*file is no folder, or lies in none\.$/);
  const full = aFolder();
  // Linux has a file that is always full.
  symlinkSync("/dev/full", join(full, "apps.log"));
  expectRefusal(await start(full), /^The disk is full: .*apps\.log cannot be written\.$/);
});

async function aTakenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server on a host has a port.");
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { port: address.port, [Symbol.asyncDispose]: close };
}
