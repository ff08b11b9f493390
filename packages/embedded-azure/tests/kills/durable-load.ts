import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Random } from "../../src/random.ts";
import type { Load } from "./kill-series.ts";
import type { WriteLedger } from "./write-ledger.ts";

const appFolder = fileURLToPath(new URL("./app", import.meta.url));
const listSchema = z.array(z.object({ instanceId: z.string(), runtimeStatus: z.string(), output: z.unknown() }));
const idleSchema = z.object({ idle: z.boolean() });
const patienceMs = 30_000;

/** Starts of orchestrations: each that was accepted must end with the right sum. */
export const durableLoad: Load = {
  server: "host",
  options: ["--app", appFolder],
  open: async ({ endpoint = "", key = "" }) => ({
    write: (name, ledger, random) => write(endpoint, name, ledger, random),
    readAll: () => readAll(endpoint, key),
    [Symbol.asyncDispose]: async () => undefined,
  }),
};

async function write(endpoint: string, name: string, ledger: WriteLedger, random: Random): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const id = `${name}-${turn}`;
    const count = random.integer(2, 12);
    const sum = (count * (count - 1)) / 2;
    await ledger.change(id, `Completed ${sum}`, () => post(`${endpoint}/api/start/${id}/${count}`));
  }
}

async function post(url: string): Promise<void> {
  const response = await fetch(url, { method: "POST" });
  if (response.status !== 202) throw new Error(`${url} answered ${response.status}.`);
}

async function readAll(endpoint: string, key: string): Promise<ReadonlyMap<string, string>> {
  const deadline = Date.now() + patienceMs;
  while (!(await isIdle(endpoint, key)) && Date.now() < deadline) await pause(20);
  const list = listSchema.parse(await (await fetch(`${endpoint}/api/list`)).json());
  return new Map(
    list.map(({ instanceId, runtimeStatus, output }) => [instanceId, `${runtimeStatus} ${String(output)}`]),
  );
}

async function isIdle(endpoint: string, key: string): Promise<boolean> {
  const response = await fetch(`${endpoint}/admin/durable/idle`, { headers: { "x-functions-key": key } });
  return idleSchema.parse(await response.json()).idle;
}
