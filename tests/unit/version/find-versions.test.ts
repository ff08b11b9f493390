import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeConfigurationHash } from "../../../src/domain/comparison/to-form.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { findVersions } from "../../../src/use-cases/version/find-versions.ts";
import { anEntry } from "../../builders/an-entry.ts";

const { contractOf } = makeContractIndex(contracts);
const type = "deviceConfigurationEditionUpgrade";

/** What a second reading of an object makes, which was read as `before` first. */
async function eventOf(before: JsonObject, after: JsonObject): Promise<string | undefined> {
  const stored = new Map(
    [before, after].map((payload) => [hashOfText(canonicalJson(payload)), canonicalJson(payload)]),
  );
  const entryOf = (payload: JsonObject, readAt: string) => {
    const contract = contractOf(type);
    if (!contract) throw new Error(`There is no type ${type}.`);
    const hashes = {
      payloadHash: hashOfText(canonicalJson(payload)),
      configurationHash: makeConfigurationHash(contract)(payload),
    };
    return anEntry({ type, id: "one", name: "One", readAt, ...hashes });
  };
  const [first, second] = [entryOf(before, "2026-03-01T08:00:00.000Z"), entryOf(after, "2026-03-02T08:00:00.000Z")];
  const newest = {
    ...first,
    id: "version-1",
    objectId: "one",
    event: "new" as const,
    at: first.readAt,
    notBefore: null,
    snapshotId: "s1",
  };
  const sighting = {
    type,
    objectId: "one",
    name: "One",
    entry: second,
    from: second.readAt,
    at: second.readAt,
    notBefore: first.readAt,
  };
  const deps = {
    contractOf,
    isFirst: false,
    versions: { newestOf: async () => [newest] },
    blobs: { readPayload: async (hash: string) => ({ state: "whole" as const, text: stored.get(hash) ?? "" }) },
  };
  const [made] = await findVersions(deps, "s2", [{ ...sighting, formId: undefined }]);
  return made?.event;
}

const object: JsonObject = { id: "one", displayName: "One", license: "a" };

describe("what makes a version of an object", () => {
  it("a secret that was set or taken away makes one, and another value of it, which nobody can see, makes none", async () => {
    expect(await eventOf(object, { ...object, productKey: "****" })).toBe("changed");
    expect(await eventOf({ ...object, productKey: "****" }, object)).toBe("changed");
    expect(await eventOf({ ...object, productKey: "****" }, { ...object, productKey: "*****" })).toBeUndefined();
  });

  it("what Microsoft added makes none, and with another name it is the name that changed", async () => {
    expect(await eventOf(object, { ...object, newSwitch: false })).toBeUndefined();
    expect(await eventOf(object, { ...object, displayName: "Two", newSwitch: false })).toBe("renamed");
    expect(await eventOf(object, { ...object, displayName: "Two", license: "b" })).toBe("changed");
  });
});
