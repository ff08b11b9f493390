import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeConfigurationHash } from "../../../src/domain/comparison/to-form.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/graph/observed-object.ts";
import { toObservedObject } from "../../../src/domain/graph/to-observed-object.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { startOfTime } from "../../builders/a-clock.ts";

function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

function observed(key: string, payload: JsonObject): ObservedObject {
  return toObservedObject(contractOf(key), "1", { id: "1", ...payload }, startOfTime);
}

const groupId = "0b7c5c8e-0000-4000-8000-000000000001";
const otherId = "0b7c5c8e-0000-4000-8000-000000000002";

describe("an observed object", () => {
  it("has lost the secrets that no snapshot may hold, and nothing else (pitfall 9)", () => {
    const { payload } = observed("androidDeviceOwnerEnrollmentProfile", {
      displayName: "Kiosk devices",
      tokenValue: "secret",
      qrCodeContent: "secret",
      qrCodeImage: { value: "secret" },
      wifiPassword: "secret",
      wifiSsid: "office",
    });
    expect(payload).toEqual({ id: "1", displayName: "Kiosk devices", wifiSsid: "office" });
  });

  it("names the groups of its assignments, but not the one that stands for everybody", () => {
    const everybody = "acacacac-9df4-4c7d-9d50-4ef0226f57a9";
    const assignments = [groupId, groupId, everybody].map((each) => ({ target: { groupId: each } }));
    expect(observed("iosManagedAppProtection", { assignments }).groupIds).toEqual([groupId]);
  });

  it("names groups wherever its contract says that it has them, words in their place left out", () => {
    const users = { includeGroups: ["All", groupId], excludeGroups: [otherId] };
    expect(observed("conditionalAccessPolicy", { conditions: { users } }).groupIds).toEqual([groupId, otherId]);
  });

  it("is called after its type where objects have no name", () => {
    expect(observed("deviceManagementSettings", {}).name).toBe("Device management settings");
  });

  it("shows a whole number that no double holds as its digits among its facts", () => {
    expect(observed("settingsCatalog", { settingCount: 2n ** 53n + 1n }).meta).toEqual({
      settingCount: "9007199254740993",
    });
  });

  it("has the same configuration when only something volatile inside it changed", () => {
    const policySet = contractOf("policySet");
    const withStatus = (status: string): JsonObject => ({ items: [{ payloadId: "p", status }] });
    expect(makeConfigurationHash(policySet)(withStatus("success"))).toBe(
      makeConfigurationHash(policySet)(withStatus("error")),
    );
    expect(makeConfigurationHash(policySet)({ items: [{ payloadId: "q", status: "success" }] })).not.toBe(
      makeConfigurationHash(policySet)(withStatus("success")),
    );
  });
});
