import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import { objectTypeContractSchema } from "../../../src/domain/graph/object-type-contract.ts";
import { valuesAt } from "../../../src/domain/graph/values-at.ts";

const collections = [...Map.groupBy(contracts, collectionOf)];

describe("the contract registry (P3.2)", () => {
  it.each(contracts.map((contract) => [contract.key, contract] as const))(
    "%s is what the schema says",
    (_key, contract) => {
      expect(objectTypeContractSchema.parse(contract)).toEqual(contract);
    },
  );

  it("holds at least 105 types, each under one key and one name", () => {
    expect(contracts.length).toBeGreaterThanOrEqual(105);
    expect(new Set(contracts.map(({ key }) => key)).size).toBe(contracts.length);
    expect(new Set(contracts.map(({ displayName }) => displayName)).size).toBe(contracts.length);
  });

  it("lets a reference lead to a modelled type", () => {
    const known = new Set([...contracts.map(({ key }) => key), ...severalTypes]);
    for (const { key, references } of contracts) for (const { to } of references) expect(known, key).toContain(to);
  });

  it("asks for reading with read-only permissions (P5.3)", () => {
    for (const { key, permissions } of contracts) {
      for (const permission of permissions.read) expect(permission, key).not.toMatch(/Write/);
    }
  });

  it("names the evidence of every GET that it leads to: of the object, its query, its assignments and its parts", () => {
    for (const { key, query, assignments, evidence } of contracts) {
      expect([key, evidence.query !== undefined]).toEqual([key, query !== undefined]);
      const isRead = assignments === "get" || assignments === "expand" || assignments === "query";
      expect([key, evidence.assignments !== undefined]).toEqual([key, isRead]);
    }
  });

  it("expands no part that is known to come back silently empty", () => {
    // Public reports of each: docs/reference/graph-reads.md.
    const silent = ["/deviceManagement/intents", "/deviceManagement/configurationPolicies"];
    for (const { path, assignments } of contracts) {
      if (silent.includes(path)) expect(assignments).toBe("get");
    }
    const definitions = contracts.find(({ key }) => key === "groupPolicyConfiguration")?.children;
    expect(definitions?.map(({ by = "path" }) => by)).toEqual(["path"]);
  });

  it("compares no count of parts: what announces how many there are is volatile", () => {
    for (const { children, volatile } of contracts) {
      for (const { countedBy } of children) if (countedBy !== undefined) expect(volatile).toContain(countedBy);
    }
  });

  it("promises no restore for what no snapshot holds", () => {
    for (const { key, snapshot, restore } of contracts) {
      if (snapshot !== "whole") expect(restore, key).toBe("none");
    }
  });

  it("calls a value of a setting secret where its type says so, and no other value", () => {
    const secretType = "#microsoft.graph.deviceManagementConfigurationSecretSettingValue";
    const secret = { "@odata.type": secretType, value: "token", valueState: "encryptedValueToken" };
    const plain = { "@odata.type": "#microsoft.graph.deviceManagementConfigurationStringSettingValue", value: "plain" };
    const children = [{ simpleSettingValue: secret }, { simpleSettingCollectionValue: [plain, secret] }];
    const settingInstance = { choiceSettingValue: { value: "chosen", children } };
    const holders = contracts.filter(({ secrets }) => secrets.some(({ when }) => when?.is === secretType));
    expect(holders.length).toBeGreaterThan(0);
    for (const { key, secrets } of holders) {
      const found = secrets.flatMap((place) => valuesAt({ settingInstance, settings: [{ settingInstance }] }, place));
      expect(found, key).toEqual(["token", "token"]);
    }
  });

  it("calls a value of an OMA-URI secret where Graph says that it is encrypted, and no other value", () => {
    const { secrets } = contracts.find(({ key }) => key === "deviceConfigurationCustomOma") ?? { secrets: [] };
    const omaSettings = [{ value: "****", isEncrypted: true }, { value: 5, isEncrypted: false }, { value: "plain" }];
    expect(secrets.flatMap((place) => valuesAt({ omaSettings }, place))).toEqual(["****"]);
  });

  it("asks for parts of objects only where a path leads to one object", () => {
    for (const { key, path, children, links, assignments, detail } of contracts) {
      if (!path.includes("{id}")) continue;
      expect([children, links, detail, assignments === "get"], key).toEqual([[], [], "list", false]);
    }
  });
});

/** References that lead to a collection, whichever of its types the object is of. */
const severalTypes = ["mobileApp"];

describe("types of one collection", () => {
  it.each(collections)("%s are read by the same requests", (_name, siblings) => {
    const asked = siblings.map(({ serviceGroup, query, fixedOdataType, read, detail, path, pageSize }) =>
      JSON.stringify({ serviceGroup, query, fixedOdataType, read, detail, path, pageSize }),
    );
    expect(new Set(asked).size).toBe(1);
  });

  it.each(collections.filter(([, siblings]) => siblings.length > 1))(
    "%s leave no object over: one of them takes what no other claims",
    (_name, siblings) => {
      const rest = siblings.filter(({ kinds }) => kinds.by === "rest");
      // What nobody knows is never written (P3.4).
      expect(rest.map(({ restore }) => restore)).toEqual(["none"]);
      expect(siblings.filter(({ kinds }) => kinds.by === "collection")).toHaveLength(0);
    },
  );

  it.each(collections)("%s claim no kind twice", (_name, siblings) => {
    const claimed = siblings.flatMap(({ kinds }) => ("is" in kinds ? kinds.is : []));
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(siblings.filter(({ kinds }) => kinds.by === "property" && kinds.orAbsent).length).toBeLessThan(2);
  });
});
