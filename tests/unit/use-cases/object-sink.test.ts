import { describe, expect, it } from "vitest";
import type { ObservedObject } from "../../../src/domain/graph/observed-object.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { InventoryObject } from "../../../src/domain/inventory/inventory-object.ts";
import { makeObjectSink, type SinkOptions } from "../../../src/use-cases/observation/object-sink.ts";
import { startOfTime } from "../../builders/a-clock.ts";

function anObject(id: string, payload: ObservedObject["payload"] = { id }): ObservedObject {
  const facts = { type: "settingsCatalog", name: id, platform: null, lastModified: null, meta: {}, groupIds: ["g"] };
  const named = { targets: [], edges: [] };
  return { ...facts, ...named, id, payload, readAt: startOfTime };
}

function aSink(given: Partial<SinkOptions> = {}) {
  const payloads = new Map<string, string>();
  const written: InventoryObject[] = [];
  const putPayload = async (hash: string, text: string) => {
    const isNew = !payloads.has(hash);
    payloads.set(hash, text);
    return { isNew, storedBytes: isNew ? 10 : 0 };
  };
  const write = async (objects: readonly InventoryObject[]) => void written.push(...objects);
  // Only what the sink calls stands in for the stores.
  const stores = { blobs: { putPayload }, inventory: { write } } as unknown as SinkOptions["stores"];
  const options = {
    stores,
    known: new Map(),
    keepsPayloads: true,
    formId: "0123456789abcdef",
    configurationHashOf: () => hashOfText("form"),
    changeOf: async () => null,
  };
  return { sink: makeObjectSink({ ...options, ...given }), payloads, written };
}

describe("where observed objects go", () => {
  it("payloads of a snapshot are stored under the hash of their canonical JSON, once", async () => {
    const { sink, payloads } = aSink();
    for (const id of ["1", "2"]) await sink.add(anObject(id, { b: 1, a: "é" }));
    const { lines, ...added } = await sink.finish();
    expect([...payloads]).toEqual([[hashOfText('{"a":"é","b":1}'), '{"a":"é","b":1}']]);
    expect(added).toEqual({ objectsAdded: 1, bytesAdded: 10 });
    expect(lines.map(({ entry }) => [entry.id, entry.size])).toEqual([
      ["1", 16],
      ["2", 16],
    ]);
  });

  it("an inventory sync stores no payload (P7.1, P7.2)", async () => {
    const { sink, payloads, written } = aSink({ keepsPayloads: false });
    await sink.add(anObject("1", { id: "1", secret: "clear" }));
    await sink.finish();
    expect(payloads.size).toBe(0);
    expect(JSON.stringify(written)).not.toContain("clear");
  });

  it("nothing is left behind when more come than one transaction holds", async () => {
    const { sink, written } = aSink();
    const ids = Array.from({ length: 120 }, (_, position) => `${position}`);
    await Promise.all(ids.map((id) => sink.add(anObject(id))));
    expect((await sink.finish()).lines).toHaveLength(120);
    expect(new Set(written.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it.each([
    ["name", { name: "é".repeat(1_500_000) }],
    ["facts for the inventory", { meta: { rule: "x".repeat(3_000_000) } }],
  ])("an object with megabytes of %s costs itself alone, and nothing of it is stored", async (_what, odd) => {
    const { sink, payloads, written } = aSink();
    await expect(sink.add({ ...anObject("1"), ...odd })).rejects.toMatchObject({ code: "graph_bad_response" });
    await sink.add(anObject("2"));
    expect((await sink.finish()).lines).toHaveLength(1);
    expect([payloads.size, written.length]).toEqual([1, 1]);
  });

  it.each([
    ["half a character", "\ud800"],
    ["a number that nothing here holds", Number.NaN],
  ])("an object with %s is Graph's bad answer, not a fault of the run (pitfall 6)", async (_what, value) => {
    const { sink } = aSink();
    await expect(sink.add(anObject("1", { value }))).rejects.toMatchObject({ code: "graph_bad_response" });
    expect((await sink.finish()).lines).toEqual([]);
  });
});
