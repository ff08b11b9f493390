import type { Connection, Sender } from "rhea";
import type { Faults } from "../control.ts";
import type { Broker } from "../rules/broker.ts";
import { type Authority, Claims } from "./authority.ts";

/** What every part of the wire works with. */
export type WireDeps = {
  readonly broker: Broker;
  readonly authority: Authority;
  readonly faults: Faults;
  /** Runs an answer once everything done so far is on disk. */
  readonly afterCommit: (answer: () => void) => void;
  /** Something may have become due later. */
  readonly arm: () => void;
};

/** What the server knows of one connection. */
export type ConnectionState = {
  readonly claims: Claims;
  /** Links on which answers to requests go out, by the name that requests give in `reply-to`. */
  readonly replyLinks: Map<string, Sender>;
  /** What to undo when a link, or the whole connection, goes away. */
  readonly leave: Map<Sender, () => void>;
};

export type StateOf = (connection: Connection) => ConnectionState;

export function makeStateOf(): StateOf {
  const states = new WeakMap<Connection, ConnectionState>();
  return (connection) => {
    const known = states.get(connection);
    if (known) return known;
    const state = { claims: new Claims(), replyLinks: new Map(), leave: new Map() };
    states.set(connection, state);
    return state;
  };
}

/** Largest message, and largest batch, of the standard tier. https://learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas */
export const maxMessageBytes = 256 * 1024;

const managementSuffix = /\/\$management$/i;

export function isManagement(path: string): boolean {
  return managementSuffix.test(path);
}

export function entityOfManagement(path: string): string {
  return path.replace(managementSuffix, "");
}
