import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/domain/snapshot/entry.ts";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { StoredText } from "../../../src/domain/snapshot/stored-text.ts";
import type { StoresFor } from "../../../src/domain/store/tenant-stores.ts";
import { resolveTypes } from "../../../src/use-cases/run/resolve-types.ts";
import { listEntries, readObject } from "../../../src/use-cases/snapshot/read-snapshot.ts";
import { aScope } from "../../builders/a-run.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";

/** A snapshot whose first entry alone has its payload, and whose manifest the store gives as the test says. */
function aSnapshot(entries: readonly Entry[], lost?: "damaged" | "missing") {
  const { text, rootHash } = toManifestText(aManifest(entries));
  const whole = (given: string): StoredText => ({ state: "whole", text: given });
  const blobs = {
    readManifest: async (): Promise<StoredText> => (lost ? { state: lost } : whole(text)),
    readPayload: async (hash: string): Promise<StoredText> => {
      const position = entries.findIndex(({ payloadHash }) => payloadHash === hash);
      if (position === 0) return whole('{"id":"1"}');
      return { state: position === 1 ? "damaged" : "missing" };
    },
  };
  // Only what is called stands in for the stores and the head.
  const storesFor = (() => ({ blobs })) as unknown as StoresFor;
  const snapshot = { id: "snapshot-1", rootHash } as unknown as Snapshot;
  const list = (limit: number, page: string | null = null, type?: string) =>
    listEntries({ storesFor }, aScope, snapshot, type === undefined ? {} : { type }, { limit, page });
  return { list, read: (type: string, id: string) => readObject({ storesFor }, aScope, snapshot, type, id) };
}

const entries = ["c", "a", "b", "a/ü"].map((id) => anEntry({ id }));
const all = [anEntry({ type: "group", id: "z" }), ...entries];

describe("the entries of a snapshot", () => {
  it("the entries of a snapshot come in order of type and id, page by page, each once", async () => {
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

  it("the entries of a snapshot have no further page when the last one is full", async () => {
    expect((await aSnapshot(all).list(5)).nextPage).toBeNull();
    expect(await aSnapshot([]).list(5)).toMatchObject({ items: [], nextPage: null, total: 0 });
  });

  it("can be those of one type", async () => {
    expect((await aSnapshot(all).list(10, null, "group")).items.map(({ id }) => id)).toEqual(["z"]);
  });

  it("entries of one type come with what the snapshot holds of every type", async () => {
    const { types } = await aSnapshot(all).list(1, null, "group");
    expect(types).toEqual(aManifest(all).types);
  });

  it("entries of a page that nobody gave are an invalid request", async () => {
    const tokens = ["", "x", "5", "null", "[]", '["a"]', "[1,2]", "{}"].map((text) =>
      Buffer.from(text).toString("base64url"),
    );
    for (const token of [...tokens, "%%%"]) {
      await expect(aSnapshot(all).list(2, token), token).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  it.each(["damaged", "missing"] as const)(
    "entries of a manifest that is %s are refused, and it is named (I3)",
    async (lost) => {
      const refused = { code: "manifest_damaged", message: `The list of objects of snapshot-1 is ${lost}.` };
      await expect(aSnapshot(all, lost).list(2)).rejects.toMatchObject(refused);
      await expect(aSnapshot(all, lost).read("settingsCatalog", "a")).rejects.toMatchObject(refused);
    },
  );
});

describe("an object of a snapshot", () => {
  it("is its entry and its payload as Graph gave it", async () => {
    const object = await aSnapshot(entries).read("settingsCatalog", "c");
    expect(object).toEqual({ entry: anEntry({ id: "c" }), payload: { id: "1" } });
  });

  it("an object that the snapshot does not name is not found", async () => {
    await expect(aSnapshot(entries).read("settingsCatalog", "x")).rejects.toMatchObject({ code: "not_found" });
    await expect(aSnapshot(entries).read("group", "c")).rejects.toMatchObject({ code: "not_found" });
  });

  it("an object whose payload is damaged or gone is named, and is no outage that passes; the others read on", async () => {
    const snapshot = aSnapshot(entries);
    await expect(snapshot.read("settingsCatalog", "a")).rejects.toMatchObject({
      code: "payload_damaged",
      message: "The payload of settingsCatalog/a in snapshot-1 is damaged.",
      mayRetry: false,
    });
    await expect(snapshot.read("settingsCatalog", "b")).rejects.toMatchObject({
      code: "payload_missing",
      message: "The payload of settingsCatalog/b in snapshot-1 is missing.",
    });
    expect(await snapshot.read("settingsCatalog", "c")).toMatchObject({ payload: { id: "1" } });
  });
});

describe("the types of a request", () => {
  const known = [{ key: "b" }, { key: "a" }];

  it("the types of a request are all when none are named, sorted and without repeats", () => {
    expect(resolveTypes(known, undefined)).toEqual({ objectTypes: ["a", "b"], isEveryType: true });
    expect(resolveTypes(known, ["b", "a", "b"])).toEqual({ objectTypes: ["a", "b"], isEveryType: true });
    expect(resolveTypes(known, ["b"])).toEqual({ objectTypes: ["b"], isEveryType: false });
    expect(resolveTypes(known, [])).toEqual({ objectTypes: [], isEveryType: false });
  });

  it("types that are not known are refused before anything is started (P3.4)", () => {
    expect(() => resolveTypes(known, ["a", "x".repeat(500)])).toThrow(
      expect.objectContaining({ code: "unknown_object_type", target: "types" }),
    );
  });
});
