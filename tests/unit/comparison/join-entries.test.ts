import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { ComparedEntry, ComparedTypes } from "../../../src/domain/comparison/compared-side.ts";
import { diffForms } from "../../../src/domain/comparison/diff-forms.ts";
import { joinEntries } from "../../../src/domain/comparison/join-entries.ts";
import type { ObjectRow } from "../../../src/domain/comparison/object-row.ts";
import { toRow, withChanges } from "../../../src/domain/comparison/row-of-pair.ts";
import { SameNames } from "../../../src/domain/comparison/same-names.ts";
import { toForm } from "../../../src/domain/comparison/to-form.ts";
import type { TypeState } from "../../../src/domain/failure/type-state.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { anEntry } from "../../builders/an-entry.ts";

const { contractOf } = makeContractIndex(contracts);
const catalog = contracts.find(({ key }) => key === "settingsCatalog");

async function* inOrder(entries: readonly ComparedEntry[]): AsyncGenerator<ComparedEntry> {
  yield* entries;
}

function typesOf(state: TypeState = { state: "complete" }, type = "settingsCatalog"): ComparedTypes {
  return new Map([[type, { type, typeState: state, formId: "rule" }]]);
}

const incomplete: TypeState = { state: "incomplete", code: "graph_forbidden", message: "Forbidden." };

async function rowsOf(
  left: readonly ComparedEntry[],
  right: readonly ComparedEntry[],
  types = { left: typesOf(), right: typesOf() },
): Promise<ObjectRow[]> {
  const rows: ObjectRow[] = [];
  const names = new SameNames();
  for await (const pair of joinEntries(inOrder(left), inOrder(right))) {
    const row = toRow(pair, types, contractOf((pair.left ?? pair.right).type));
    names.note(row);
    rows.push(row);
  }
  return rows.map((row) => names.complete(row));
}

const changed = (id: string) => anEntry({ id, payloadHash: hashOfText("new"), configurationHash: hashOfText("newer") });

describe("the objects of two sides", () => {
  it("entries of two sides are paired by type and id and come in that order, each once", async () => {
    const rows = await rowsOf(
      [anEntry({ id: "a" }), anEntry({ id: "b" }), anEntry({ id: "d" })],
      [changed("b"), anEntry({ id: "c" }), anEntry({ id: "d" })],
    );
    expect(rows.map(({ id, change, detail }) => `${id} ${change} ${detail}`)).toEqual([
      "a removed whole",
      "b changed hash",
      "c added whole",
      "d unchanged whole",
    ]);
  });

  it("objects are unchanged by one rule and hash, although their bytes differ; by two rules nobody knows (RC5)", async () => {
    const left = [anEntry({ id: "a" })];
    const right = [anEntry({ id: "a", payloadHash: hashOfText("other bytes") })];
    expect(await rowsOf(left, right)).toMatchObject([{ change: "unchanged" }]);
    const otherRule: ComparedTypes = new Map([
      ["settingsCatalog", { type: "settingsCatalog", typeState: { state: "complete" }, formId: "other" }],
    ]);
    expect(await rowsOf(left, right, { left: typesOf(), right: otherRule })).toMatchObject([
      { change: "changed", detail: "hash" },
    ]);
  });

  it("a type that failed on the right makes its 90 objects incomparable, and removes none (hard case 4, P6.7)", async () => {
    const left = Array.from({ length: 90 }, (_, index) => anEntry({ id: `policy-${index + 100}` }));
    const rows = await rowsOf(left, [], { left: typesOf(), right: typesOf(incomplete) });
    expect(rows).toHaveLength(90);
    expect(new Set(rows.map(({ change, reason }) => `${change} ${reason}`))).toEqual(
      new Set(["incomparable incomplete"]),
    );
  });

  it("absence says nothing in a type without licence, that was not read, or that no list shows whole", async () => {
    const one = [anEntry({ id: "a" })];
    const noLicence: TypeState = { state: "not_licensed", message: "No licence." };
    const reasonWith = async (right: ComparedTypes, entries = one, left = typesOf()) =>
      (await rowsOf(entries, [], { left, right })).map(({ reason }) => reason);
    expect(await reasonWith(typesOf(noLicence))).toEqual(["not_licensed"]);
    expect(await reasonWith(new Map())).toEqual(["not_read"]);
    const byId = contracts.find(({ read }) => read === "by_id")?.key ?? "";
    const ofType = typesOf({ state: "complete" }, byId);
    expect(await reasonWith(ofType, [anEntry({ type: byId, id: "a" })], ofType)).toEqual(["not_listed_whole"]);
    const [added] = await rowsOf([], one, { left: typesOf(incomplete), right: typesOf() });
    expect(added).toMatchObject({ change: "incomparable", reason: "incomplete" });
  });

  it("a removed and an added object of one name name each other, unless two have the name", async () => {
    const [removed, added] = await rowsOf(
      [anEntry({ id: "a", name: "BitLocker" })],
      [anEntry({ id: "b", name: "BitLocker" })],
    );
    expect([removed?.otherId, added?.otherId]).toEqual(["b", "a"]);
    const two = await rowsOf(
      [anEntry({ id: "a", name: "BitLocker" })],
      [anEntry({ id: "b", name: "BitLocker" }), anEntry({ id: "c", name: "BitLocker" })],
    );
    expect(two.map(({ otherId }) => otherId)).toEqual([null, null, null]);
  });

  it("entries that do not come in order are no difference, but an error", async () => {
    await expect(rowsOf([anEntry({ id: "b" }), anEntry({ id: "a" })], [])).rejects.toThrow("order");
  });
});

describe("a row whose payloads were read", () => {
  const policy = (ids: readonly string[]): JsonObject => ({
    name: "P",
    settings: ids.map((id, index) => ({
      id: String(index),
      settingInstance: { settingDefinitionId: id, simpleSettingValue: { value: id } },
    })),
  });

  it("a setting put in front of 118 is one that was added, in the settings (hard case 2)", () => {
    if (!catalog) throw new Error("There is no settings catalog.");
    const ids = Array.from({ length: 118 }, (_, index) => `device_vendor_msft_${index}`);
    const changes = diffForms(catalog, toForm(catalog, policy(ids)), toForm(catalog, policy(["device_new", ...ids])));
    expect(withChanges(aRow(), catalog, changes)).toMatchObject({
      change: "changed",
      detail: "whole",
      areas: ["settings"],
      counts: { added: 1, removed: 0, changed: 0, moved: 0, appeared: 0, secret: 0 },
    });
  });

  it("an object with nothing but a property that Microsoft added is unchanged (hard case 5)", () => {
    if (!catalog) throw new Error("There is no settings catalog.");
    const before = toForm(catalog, policy([]));
    const changes = diffForms(catalog, before, { ...before, isNew: false });
    expect(withChanges(aRow(), catalog, changes)).toMatchObject({
      change: "unchanged",
      areas: [],
      counts: { appeared: 1 },
    });
  });
});

function aRow(): ObjectRow {
  const names = { type: "settingsCatalog", id: "a", otherId: null, name: "A", otherName: null };
  const hashes = { leftHash: null, rightHash: null, risk: null };
  return { ...names, ...hashes, change: "changed", detail: "hash", reason: null, areas: null, counts: null };
}
