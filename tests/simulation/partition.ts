import type { Document } from "../../tools/soak/runs/document.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import type { World } from "./world.ts";

export type Write =
  | { readonly does: "create"; readonly document: Document }
  | {
      readonly does: "patch";
      readonly id: string;
      readonly fits: (document: Document) => boolean;
      readonly change: (document: Document) => Document;
    };

export type Refusal = { readonly failedAt: number; readonly status: 404 | 409 | 412 };

type Version = { readonly at: number; readonly steadyMs: number; readonly document: Document };

/**
 * One logical partition: conditional writes and batches against the newest state, all or nothing; unique keys; reads
 * that may lag behind what other sessions wrote, but never behind what their own session has seen.
 */
export type Partition = {
  readonly write: (session: Session, writes: readonly Write[]) => "done" | Refusal;
  /** All documents as one session sees them at this moment. */
  readonly read: (session: Session) => ReadonlyMap<string, Document>;
  /** The newest state, for those who judge. */
  readonly newest: () => ReadonlyMap<string, Document>;
};

/** What one client has seen of a partition. */
export type Session = { seen: number };

export type PartitionOptions = {
  /** Another session's write is seen at the latest so much later. */
  readonly lagMs: number;
  readonly uniqueKeys: readonly string[];
  /** Throws a Violation when a change must never happen. */
  readonly check: (before: Document | undefined, after: Document) => void;
};

export function makePartition(world: World, options: PartitionOptions): Partition {
  const history: Version[] = [];
  const newest = new Map<string, Document>();

  function refusalOf(write: Write, position: number, state: ReadonlyMap<string, Document>): Refusal | undefined {
    if (write.does === "create") {
      const { document } = write;
      const isTaken = state.has(document.id) || clashes(document, state, options.uniqueKeys);
      return isTaken ? { failedAt: position, status: 409 } : undefined;
    }
    const known = state.get(write.id);
    if (!known) return { failedAt: position, status: 404 };
    if (!write.fits(known)) return { failedAt: position, status: 412 };
    const isTaken = clashes(write.change(known), state, options.uniqueKeys);
    return isTaken ? { failedAt: position, status: 409 } : undefined;
  }

  function write(session: Session, writes: readonly Write[]): "done" | Refusal {
    const state = new Map(newest);
    const changed: Document[] = [];
    for (const [position, each] of writes.entries()) {
      const refusal = refusalOf(each, position, state);
      if (refusal) {
        // A refusal carries the session on, as the SDK keeps it from 409 and 412 too.
        session.seen = history.length;
        return refusal;
      }
      const before = state.get(each.does === "create" ? each.document.id : each.id);
      const after = each.does === "create" ? each.document : each.change(before ?? missing());
      options.check(before, after);
      state.set(after.id, after);
      changed.push(after);
    }
    for (const document of changed) {
      newest.set(document.id, document);
      history.push({ at: history.length + 1, steadyMs: world.steadyMs(), document });
    }
    session.seen = history.length;
    return "done";
  }

  function read(session: Session): ReadonlyMap<string, Document> {
    const oldEnough = history.findLastIndex(({ steadyMs }) => steadyMs <= world.steadyMs() - options.lagMs) + 1;
    const least = Math.max(session.seen, oldEnough);
    session.seen = least + world.random.below(history.length - least + 1);
    if (session.seen === history.length) return newest;
    return new Map(history.slice(0, session.seen).map(({ document }) => [document.id, document]));
  }

  return { write, read, newest: () => newest };
}

function clashes(document: Document, state: ReadonlyMap<string, Document>, keys: readonly string[]): boolean {
  for (const other of state.values()) {
    if (other.id === document.id) continue;
    if (keys.some((key) => document[key] !== undefined && document[key] === other[key])) return true;
  }
  return false;
}

function missing(): never {
  throw new Violation("the simulation", "patched a document that is not there");
}
