import { randomBytes } from "node:crypto";
import { lockDataFolder } from "../data-lock.ts";
import type { DurableEngine } from "../durable/durable-engine.ts";
import type { RunningServer } from "../running-server.ts";
import { makeDrain } from "./drain.ts";
import { startDurable } from "./durable/start-durable.ts";
import { usesDurable } from "./extra-inputs.ts";
import { closeServer, listen, makeHostServer } from "./host-server.ts";
import { loadHost } from "./load-host.ts";
import type { Log } from "./log.ts";
import { startTriggers } from "./start-triggers.ts";

export type HostOptions = {
  /** Folder with the package.json whose `main` names the app, and with host.json. */
  readonly appRoot: string;
  /** 0: a free one. */
  readonly port: number;
  /** The host's own data: timer status, Durable instances. One host per folder. */
  readonly dir: string;
  /** Opens every key-protected function and the admin endpoints; a random one when it is not given. */
  readonly masterKey?: string;
  readonly log: Log;
  /** Milliseconds since 1970; tests move it and call `wake`. */
  readonly now?: () => number;
  /** Called when a handler ran past functionTimeout. Azure then replaces the process. */
  readonly onTimeout?: (functionName: string) => void;
};

export type RunningHost = RunningServer & {
  readonly masterKey: string;
  /** Undefined when no function uses Durable. */
  readonly durable: DurableEngine | undefined;
  /** Takes no more messages, timers and orchestrations; resolves when what runs has ended. HTTP goes on. */
  readonly drain: () => Promise<void>;
  /** Looks at the clock again: a test has moved `now`. */
  readonly wake: () => void;
};

// An app whose parent was killed ends by itself, but not before what it is loading is loaded; the next one waits for it.
const predecessorLimitMs = 5_000;

// A handler that hangs does not keep the host from closing.
const closeLimitMs = 10_000;

/** Loads a function app into this process and drives its triggers. One per process, but for tests that restart one. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  // One host owns the folder, so each of its timers runs in one place.
  using starting = new DisposableStack();
  starting.use(lockDataFolder(options.dir, predecessorLimitMs));
  const host = await serve(options);
  const lock = starting.move();
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    // Whoever calls again waits for the same end.
    closed ??= host.close().finally(() => lock.dispose());
    return closed;
  };
  return { ...host, close, [Symbol.asyncDispose]: close };
}

async function serve(options: HostOptions): Promise<RunningHost> {
  const { masterKey = randomBytes(32).toString("base64url"), now = Date.now } = options;
  const core = await loadHost({ ...options, masterKey, now });
  const durable = core.functions.some(usesDurable) ? startDurable(core) : undefined;
  core.bindDurableClient(() => durable?.clientBinding() ?? "");
  const running: (() => Promise<void>)[] = [async () => durable?.engine.stop()];
  const drain = makeDrain(() => Promise.all(running.map((stop) => stop())));
  const server = makeHostServer(core, durable, drain);
  const close = async (): Promise<void> => {
    await within(closeLimitMs, drain.begin());
    await closeServer(server);
    durable?.close();
  };
  try {
    const address = await listen(server, options.port);
    core.bindAddress(address.endpoint);
    const triggers = await startTriggers({ ...core, env: process.env });
    running.push(triggers.stop);
    durable?.engine.start();
    const wake = () => {
      triggers.wake();
      durable?.engine.wake();
    };
    const { begin } = drain;
    return { ...address, masterKey, durable: durable?.engine, drain: begin, wake, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
