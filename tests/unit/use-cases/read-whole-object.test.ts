import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { toListedObject } from "../../../src/use-cases/observation/listed-object.ts";
import { readWholeObject } from "../../../src/use-cases/observation/read-whole-object.ts";

const never = new AbortController().signal;

/** Reads a script, whose content comes with the single GET only, of which this is the answer. */
async function read(answer: JsonObject) {
  const contract = contracts.find(({ key }) => key === "deviceManagementScript");
  if (!contract) throw new Error("There is a contract of scripts.");
  const graph: Partial<GraphClient> = { get: async () => answer, assignments: async () => [] };
  return readWith(graph, contract, { id: "1", displayName: "Listed" });
}

async function readWith(graph: Partial<GraphClient>, contract: ObjectTypeContract, object: JsonObject) {
  const listed = toListedObject(contract, object);
  // Only what is called stands in for the client.
  const read = await readWholeObject(graph as GraphClient, { contract, siblings: [contract], listed, signal: never });
  return "whole" in read ? read.whole : undefined;
}

describe("what a single GET answers", () => {
  it("is the object when it has its id", async () => {
    expect(await read({ id: "1", scriptContent: "ZWNobyAx" })).toMatchObject({ scriptContent: "ZWNobyAx" });
  });

  it.each([
    ["an error that came as a success", { error: { code: "InternalServerError", message: "An error occurred." } }],
    ["another object", { id: "2", scriptContent: "ZWNobyAy" }],
  ])("is never stored as the object when it is %s (pitfall 7)", async (_what, answer) => {
    await expect(read(answer)).rejects.toMatchObject({
      code: "graph_bad_response",
      target: "deviceManagementScript/1",
    });
  });
});

describe("an object of a list", () => {
  const contract = contracts.find(({ key }) => key === "settingsCatalog");
  const body = { id: "1", name: "One", settingCount: 0 };
  const notFound = () => Promise.reject(new Fault("graph_not_found", "Microsoft Graph answered 404."));
  const whole: Partial<GraphClient> = {
    get: async () => body,
    children: async () => [],
    links: async () => [],
    assignments: async () => [],
  };

  it.each<[string, Partial<GraphClient>]>([
    ["its body", { get: async () => undefined }],
    ["its children", { children: notFound }],
    ["its assignments", { assignments: notFound }],
  ])("is a discrepancy when %s answers 404: a list alone can say that it was deleted", async (_what, not) => {
    if (!contract) throw new Error("There is a contract of settings.");
    const wanted = { contract, siblings: [contract], listed: toListedObject(contract, body), signal: never };
    // Only what is called stands in for the client.
    const read = await readWholeObject({ ...whole, ...not } as GraphClient, wanted);
    expect(read).toMatchObject({ discrepancy: { code: "graph_not_found" } });
  });

  it("is a discrepancy when its body is of another type", async () => {
    const { contractOf, siblingsOf } = makeContractIndex(contracts);
    const limit = contractOf("enrollmentLimit");
    if (!limit) throw new Error("There is a contract of enrollment limits.");
    const object = { "@odata.type": "#microsoft.graph.deviceEnrollmentLimitConfiguration", id: "1" };
    const listed = toListedObject(limit, object);
    const get = async () => ({
      ...object,
      "@odata.type": "#microsoft.graph.windowsRestoreDeviceEnrollmentConfiguration",
    });
    const wanted = {
      contract: { ...limit, detail: "get" as const },
      siblings: siblingsOf(limit),
      listed,
      signal: never,
    };
    // Only what is called stands in for the client.
    const read = await readWholeObject({ ...whole, get } as Partial<GraphClient> as GraphClient, wanted);
    expect(read).toMatchObject({ discrepancy: { code: "object_changed" } });
  });
});

describe("a policy that somebody edits between its listing and its parts", () => {
  const versions = [
    { at: "2026-03-01T08:00:00Z", settings: [{ id: "0", value: "before" }] },
    { at: "2026-03-01T08:00:01Z", settings: [{ id: "0", value: "after" }] },
  ] as const;
  const bodyOf = (version: 0 | 1): JsonObject => ({
    id: "1",
    name: `Version ${version}`,
    settingCount: 1,
    lastModifiedDateTime: versions[version].at,
  });

  /** Reads a policy that was listed in its first version; says which version each round of requests meets. */
  async function readPolicy(rounds: readonly { readonly body: 0 | 1; readonly settings: 0 | 1 }[]) {
    const contract = contracts.find(({ key }) => key === "settingsCatalog");
    if (!contract) throw new Error("There is a contract of settings.");
    let bodies = 0;
    let lists = 0;
    const at = (round: number) => rounds[Math.min(round, rounds.length - 1)] ?? { body: 1, settings: 1 };
    const graph: Partial<GraphClient> = {
      get: async () => bodyOf(at(bodies++).body),
      children: async () => versions[at(lists++).settings].settings,
      assignments: async () => [],
    };
    return { payload: await readWith(graph, contract, bodyOf(0)), rounds: bodies };
  }

  it("is read again though its settings still count right: no body of before with settings of after", async () => {
    const { payload, rounds } = await readPolicy([{ body: 1, settings: 1 }]);
    expect(payload).toMatchObject({ name: "Version 1", settings: versions[1].settings });
    expect(rounds).toBe(2);
  });

  it("costs no second round when nobody edits it", async () => {
    const { payload, rounds } = await readPolicy([{ body: 0, settings: 0 }]);
    expect(payload).toMatchObject({ name: "Version 0", settings: versions[0].settings });
    expect(rounds).toBe(1);
  });

  it("fails when it never holds still", async () => {
    const moving = ([1, 0, 1, 0] as const).map((body) => ({ body, settings: 0 as const }));
    await expect(readPolicy(moving)).rejects.toMatchObject({ code: "object_changed", target: "settingsCatalog/1" });
  });
});
