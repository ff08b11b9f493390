import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { toListedObject } from "../../../src/use-cases/observation/listed-object.ts";
import { listFailureOf, objectFailureOf } from "../../../src/use-cases/observation/object-failure.ts";

function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

const forbidden = new Fault("graph_forbidden", "Microsoft Graph answered 403 (Forbidden).");

describe("a refusal", () => {
  it("a refusal of a list names the permission that its contract needs", () => {
    const { code, message } = listFailureOf(forbidden, contractOf("settingsCatalog"));
    expect(code).toBe("graph_forbidden");
    expect(message).toContain("DeviceManagementConfiguration.Read.All");
    expect(message).not.toContain("has no");
  });

  it("a refusal of a service that needs a licence says both: a permission, or the licence", () => {
    const contract = contractOf("windowsDriverUpdateProfile");
    const { code, message } = listFailureOf(forbidden, contract);
    expect(code).toBe("graph_forbidden");
    expect(message).toContain(contract.permissions.read[0]);
    expect(message).toContain(contract.licence);
  });

  it("a refusal of one object says its name too, and stays within what a failure holds", () => {
    const contract = contractOf("settingsCatalog");
    const listed = toListedObject(contract, { id: "1", name: "N".repeat(5_000) });
    const { message, target } = objectFailureOf(forbidden, contract, listed);
    expect(target).toBe("settingsCatalog/1");
    expect(message).toMatch(/^"N{100}": Microsoft Graph answered 403/);
    expect(message).toContain("DeviceManagementConfiguration.Read.All");
    expect(message.length).toBeLessThanOrEqual(500);
  });
});

describe("a fault of more than one object", () => {
  it.each(["graph_consent_missing", "store_unavailable", "conflict", "unexpected"] as const)(
    "is thrown on: %s",
    (code) => {
      const fault = new Fault(code, "All of it.");
      const contract = contractOf("settingsCatalog");
      expect(() => listFailureOf(fault, contract)).toThrow(fault);
      expect(() => objectFailureOf(fault, contract, toListedObject(contract, { id: "1" }))).toThrow(fault);
    },
  );
});
