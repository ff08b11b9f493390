import { type AddressInfo, createServer } from "node:net";
import { CannotStart } from "../data-lock.ts";

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
  };
}

async function checkFree(port: number): Promise<void> {
  await listenOnce(port).catch((cause: unknown) => {
    throw new CannotStart(`Port ${port} is taken: choose another --port-base.`, { cause });
  });
}

function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Takes a port and gives it back; 0 takes a free one. Answers which it was. */
function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      // A server that listens on a host has an address with a port.
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
