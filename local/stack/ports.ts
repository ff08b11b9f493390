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

/** Base 0 takes free ports. */
export function portsFrom(base: number): Ports {
  const port = (name: keyof Ports): number => (base === 0 ? 0 : base + order.indexOf(name));
  return {
    http: port("http"),
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
