import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";

export const appRoot = join(import.meta.dirname, "app");

export type Status = {
  name: string;
  instanceId: string;
  runtimeStatus: string;
  input: unknown;
  output: unknown;
  customStatus: unknown;
  createdTime: string;
};

/** The fixture app in this process: what its durable client and its activities say. */
export type DurableApp = AsyncDisposable & {
  readonly host: RunningHost;
  readonly errors: string[];
  /** Calls a method of the durable client inside the app. */
  call<T>(method: string, body?: object): Promise<T>;
  start(name: string, input?: unknown, more?: object): Promise<string>;
  status(id: string): Promise<Status>;
  /** The status once the instance has one of the ending statuses. */
  ended(id: string): Promise<Status>;
  ran(): Promise<string[]>;
  open(name: string): Promise<void>;
  /** Nothing runs and nothing is due. */
  idle(): Promise<void>;
};

export async function startDurableApp(): Promise<DurableApp> {
  const dir = await mkdtemp(join(tmpdir(), "durable-"));
  const errors: string[] = [];
  const host = await startHost({
    appRoot,
    port: 0,
    dir,
    log: (level, category, message) => {
      if (level === "error" && category === "Host.Triggers.DurableTask") errors.push(message);
    },
  });
  return {
    host,
    errors,
    ...appClient(host.endpoint, host.masterKey),
    [Symbol.asyncDispose]: async () => {
      await host.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** Speaks to a fixture app, in this process or another. */
export function appClient(endpoint: string, masterKey: string) {
  const headers = { "x-functions-key": masterKey };
  async function call<T>(method: string, body: object = {}): Promise<T> {
    const response = await fetch(`${endpoint}/api/client/${method}`, { method: "POST", body: JSON.stringify(body) });
    const answer = (await response.json()) as { value: T; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }
  const status = (id: string) => call<Status>("status", { id });
  return {
    call,
    status,
    start: (name: string, input: unknown = null, more: object = {}) => call<string>("start", { name, input, ...more }),
    async ended(id: string) {
      const running = ["Pending", "Running"];
      await expect
        .poll(async () => running.includes((await status(id)).runtimeStatus), { timeout: 60_000 })
        .toBe(false);
      return status(id);
    },
    ran: async () => (await (await fetch(`${endpoint}/api/ran`)).json()) as string[],
    open: async (name: string) => {
      await fetch(`${endpoint}/api/open/${name}`, { method: "POST" });
    },
    idle: async () => {
      const isIdle = async () => {
        const response = await fetch(`${endpoint}/admin/durable/idle`, { headers });
        return ((await response.json()) as { idle: boolean }).idle;
      };
      await expect.poll(isIdle, { timeout: 60_000 }).toBe(true);
    },
  };
}
