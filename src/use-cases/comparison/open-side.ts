import type { ComparedEntry, ComparedTypes } from "../../domain/comparison/compared-side.ts";
import { Fault } from "../../domain/error/fault.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { compareEntries, entrySchema } from "../../domain/snapshot/entry.ts";
import { manifestHeadSchema, payloadSchema, type Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { lostPayload } from "../snapshot/read-snapshot.ts";

/** What is read of a side once it is opened. */
export type OpenSide = {
  readonly types: ComparedTypes;
  /** In order of type and id; throws at its end when it was not what was sealed, so nothing may leave before. */
  readonly entries: AsyncIterable<ComparedEntry>;
};

/** What a side says of one object. */
export type FoundEntry = { readonly types: ComparedTypes; readonly entry: ComparedEntry | undefined };

export type Side = {
  readonly open: () => Promise<OpenSide>;
  /** Proves as much as reading all of it. */
  readonly find: (object: Pick<ComparedEntry, "type" | "id">) => Promise<FoundEntry>;
  /** What reads payloads of these entries of the side. */
  readonly payloadsOf: (entries: readonly ComparedEntry[]) => Promise<ReadPayload>;
};

/** The payload of an entry; undefined where the side has its hash only. */
export type ReadPayload = (entry: ComparedEntry) => Promise<JsonObject | undefined>;

// Limits of what is compared while somebody waits (RC12).
export const mostEntries = 50_000;
const mostBytes = 16 * 1024 * 1024;

/** A sealed snapshot as one side of a comparison. */
export function sideOfSnapshot(storesFor: StoresFor, scope: TenantScope, snapshot: Snapshot): Side {
  const { blobs } = storesFor(scope);
  const open = async (): Promise<OpenSide> => {
    const lines = blobs.manifestLines(snapshot, mostBytes)[Symbol.asyncIterator]();
    const { types } = await nextOf(snapshot, lines, manifestHeadSchema).then((head) => head ?? noHead(snapshot));
    return { types: new Map(types.map((each) => [each.type, each])), entries: entriesOf(snapshot, lines) };
  };
  return {
    open,
    find: async ({ type, id }) => {
      const { types, entries } = await open();
      let entry: ComparedEntry | undefined;
      for await (const each of entries) if (each.type === type && each.id === id) entry = each;
      return { types, entry };
    },
    payloadsOf:
      async () =>
      async ({ type, id, payloadHash = "", payloadVersion = null }) => {
        const stored = await blobs.readPayload(payloadHash, payloadVersion);
        if (stored.state !== "whole") throw lostPayload(stored.state, `${type}/${id}`, snapshot.id);
        return payloadSchema.parse(parseJson(stored.text));
      },
  };
}

/** A schema of what a line may hold. */
type Readable<T> = {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false; readonly error: Error };
};

async function* entriesOf(snapshot: Snapshot, lines: AsyncIterator<string>): AsyncGenerator<ComparedEntry> {
  try {
    let last: ComparedEntry | undefined;
    for (let read = 1; ; read += 1) {
      const entry = await nextOf(snapshot, lines, entrySchema);
      if (!entry) return;
      if (last && compareEntries(last, entry) >= 0) throw await unreadable(snapshot, lines);
      if (read > mostEntries) throw tooLarge(snapshot);
      yield entry;
      last = entry;
    }
  } finally {
    await lines.return?.();
  }
}

async function nextOf<T>(
  snapshot: Snapshot,
  lines: AsyncIterator<string>,
  schema: Readable<T>,
): Promise<T | undefined> {
  const next = await lines.next();
  if (next.done) return undefined;
  const parsed = schema.safeParse(parsedJson(next.value));
  if (parsed.success) return parsed.data;
  throw await unreadable(snapshot, lines, parsed.error);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bytes that were damaged are mostly no entry: read to its end, the list tells that they were, and throws. */
async function unreadable({ id }: Snapshot, lines: AsyncIterator<string>, cause?: unknown): Promise<Fault> {
  for (let next = await lines.next(); !next.done; ) next = await lines.next();
  return new Fault("unreadable_document", `The list of objects of ${id} cannot be read.`, { target: id, cause });
}

function noHead({ id }: Snapshot): never {
  throw new Fault("unreadable_document", `The list of objects of ${id} has no head.`, { target: id });
}

function tooLarge({ id }: Snapshot): Fault {
  return new Fault("comparison_too_large", `${id} has more than ${mostEntries} objects.`, { target: id });
}
