import type { Document } from "../../tools/soak/runs/document.ts";
import type { Partition, Session } from "./partition.ts";

/** One client of one process, with its own sessions; each call is an effect that can go wrong. */
export type Client = {
  readonly sessionOf: (partition: Partition) => Session;
  readonly call: <T>(label: string, effect: () => T) => Promise<T>;
  readonly note: (text: string) => void;
  readonly read: (partition: Partition) => ReadonlyMap<string, Document>;
};
