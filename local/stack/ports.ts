import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";

/** Ports of a stack, counted from its base (local/README.md). */
export type Ports = {
  readonly http: number;
  readonly worker: number;
  readonly cosmos: number;
  readonly serviceBus: number;
  readonly serviceBusPlain: number;
  readonly blobs: number;
  readonly entra: number;
  readonly identity: number;
  readonly graph: number;
  readonly signIn: number;
};

const order = [
  "http",
  "worker",
  "cosmos",
  "serviceBus",
  "serviceBusPlain",
  "blobs",
  "entra",
  "identity",
  "graph",
  "signIn",
] as const satisfies readonly (keyof Ports)[];

/**
 * Base 0 takes free ports, which the servers find themselves; only the http app's is found here, because links to it are
 * made before it starts. A taken port is a CannotStart before anything has started.
 */
export async function portsFrom(base: number): Promise<Ports> {
  if (base !== 0) for (const position of order.keys()) await checkFree(base + position);
  const port = (name: keyof Ports): number => (base === 0 ? 0 : base + order.indexOf(name));
  return {
    http: base === 0 ? await freePort() : port("http"),
    worker: port("worker"),
    cosmos: port("cosmos"),
    serviceBus: port("serviceBus"),
    serviceBusPlain: port("serviceBusPlain"),
    blobs: port("blobs"),
    entra: port("entra"),
    identity: port("identity"),
    graph: port("graph"),
    signIn: port("signIn"),
  };
}

/** Where people open the portal: the address of the http app, without a slash at its end. */
export function portalUrlOf({ http }: Pick<Ports, "http">): string {
  return `http://127.0.0.1:${http}`;
}

async function checkFree(port: number): Promise<void> {
  if (!(await isFree(port))) throw new CannotStart(`Port ${port} is taken: choose another --port-base.`);
}

// Below those that systems give to connections that go out (from 32768 on Linux, 49152 elsewhere), so that none of them
// takes the port before the app does, or while the app is started again.
const [lowest, highest] = [20_000, 32_767];
const maxTries = 100;

async function freePort(): Promise<number> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const port = randomInt(lowest, highest + 1);
    if (await isFree(port)) return port;
  }
  throw new CannotStart(`No port from ${lowest} to ${highest} is free: choose a --port-base.`);
}

/** Takes a port and gives it back. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
