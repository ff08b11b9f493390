import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/domain/snapshot/entry.ts";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { StoresOf } from "../../../src/domain/store/tenant-stores.ts";
import { resolveTypes } from "../../../src/use-cases/run/resolve-types.ts";
import { listEntries, readObject } from "../../../src/use-cases/snapshot/read-snapshot.ts";
import { aScope } from "../../builders/a-run.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";

function aSnapshot(entries: readonly Entry[], change = (text: string) => text) {
  const { text, rootHash } = toManifestText(aManifest(entries));
  const blobs = {
    readManifest: async () => change(text),
    readPayload: async (hash: string) => (hash === entries[0]?.payloadHash ? '{"id":"1"}' : undefined),
  };
  // Only what is called stands in for the stores and the head.
  const storesOf = (() => ({ blobs })) as unknown as StoresOf;
  const snapshot = { id: "snapshot-1", rootHash } as unknown as Snapshot;
  const list = (limit: number, page: string | null = null, type?: string) =>
    listEntries({ storesOf }, aScope, snapshot, type, { limit, page });
  return { list, read: (type: string, id: string) => readObject({ storesOf }, aScope, snapshot, type, id) };
}

const entries = ["c", "a", "b", "a/ü"].map((id) => anEntry({ id }));
const all = [anEntry({ type: "group", id: "z" }), ...entries];

describe("the entries of a snapshot", () => {
  it("come in order of type and id, page by page, each once", async () => {
    const { list } = aSnapshot(all);
    const seen: string[] = [];
    let page: string | null = null;
    do {
      const answer = await list(2, page);
      seen.push(...answer.items.map(({ id }) => id));
      page = answer.nextPage;
    } while (page !== null);
    expect(seen).toEqual(["z", "a", "a/ü", "b", "c"]);
  });

  it("have no further page when the last one is full", async () => {
    expect((await aSnapshot(all).list(5)).nextPage).toBeNull();
    expect(await aSnapshot([]).list(5)).toEqual({ items: [], nextPage: null });
  });

  it("can be those of one type", async () => {
    expect((await aSnapshot(all).list(10, null, "group")).items.map(({ id }) => id)).toEqual(["z"]);
  });

  it("of a page that nobody gave are an invalid request", async () => {
    const tokens = ["", "x", "5", "null", "[]", '["a"]', "[1,2]", "{}"].map((text) =>
      Buffer.from(text).toString("base64url"),
    );
    for (const token of [...tokens, "%%%"]) {
      await expect(aSnapshot(all).list(2, token), token).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  it("of a manifest that was changed are refused, as a fault of the store (I3)", async () => {
    const changed = aSnapshot(all, (text) => text.replace("Policy a", "Policy A"));
    await expect(changed.list(2)).rejects.toMatchObject({ code: "store_unavailable" });
  });

  it("of a manifest that is whole but not the sealed one are refused (I3)", async () => {
    const other = aSnapshot(all, () => toManifestText(aManifest(entries)).text);
    await expect(other.list(2)).rejects.toMatchObject({ code: "store_unavailable" });
  });
});

describe("an object of a snapshot", () => {
  it("is its entry and its payload as Graph gave it", async () => {
    const object = await aSnapshot(entries).read("settingsCatalog", "c");
    expect(object).toEqual({ entry: anEntry({ id: "c" }), payload: { id: "1" } });
  });

  it("that the snapshot does not name is not found", async () => {
    await expect(aSnapshot(entries).read("settingsCatalog", "x")).rejects.toMatchObject({ code: "not_found" });
    await expect(aSnapshot(entries).read("group", "c")).rejects.toMatchObject({ code: "not_found" });
  });

  it("whose payload is gone is a fault of the store, not of the caller", async () => {
    await expect(aSnapshot(entries).read("settingsCatalog", "b")).rejects.toMatchObject({ code: "store_unavailable" });
  });
});

describe("the types of a request", () => {
  const known = [{ key: "b" }, { key: "a" }];

  it("are all when none are named, sorted and without repeats", () => {
    expect(resolveTypes(known, undefined)).toEqual(["a", "b"]);
    expect(resolveTypes(known, ["b", "a", "b"])).toEqual(["a", "b"]);
    expect(resolveTypes(known, [])).toEqual([]);
  });

  it("that are not known are refused before anything is started (P3.4)", () => {
    expect(() => resolveTypes(known, ["a", "x".repeat(500)])).toThrow(
      expect.objectContaining({ code: "unknown_object_type", target: "types" }),
    );
  });
});
