import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { typeOfObject } from "../../../src/domain/graph/type-of-object.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";

function typeAt(path: string, object: JsonObject): string | undefined {
  return typeOfObject(
    contracts.filter((contract) => contract.path === path),
    object,
  )?.key;
}

const policies = "/deviceManagement/configurationPolicies";
const family = (templateFamily: string): JsonObject => ({ templateReference: { templateFamily } });

describe("the type of an object", () => {
  it("follows the family of its template", () => {
    expect(typeAt(policies, family("none"))).toBe("settingsCatalog");
    expect(typeAt(policies, family("endpointSecurityFirewall"))).toBe("endpointSecurityPolicy");
    expect(typeAt(policies, family("baseline"))).toBe("securityBaseline");
  });

  it("is the catch-all for a family or a kind that nobody knows yet", () => {
    expect(typeAt(policies, family("somethingNew"))).toBe("configurationPolicyOther");
    const odataType = "#microsoft.graph.somethingNew";
    expect(typeAt("/deviceManagement/deviceConfigurations", { "@odata.type": odataType })).toBe("deviceConfiguration");
    expect(typeAt("/deviceAppManagement/mobileApps", { "@odata.type": odataType })).toBe("mobileAppOther");
    expect(typeAt("/deviceAppManagement/mobileAppConfigurations", { "@odata.type": odataType })).toBe(
      "mobileAppConfigurationOther",
    );
  });

  it("is Settings Catalog where an old export says nothing of a template", () => {
    expect(typeAt(policies, { name: "Old" })).toBe("settingsCatalog");
    expect(typeAt(policies, { templateReference: { templateFamily: null } })).toBe("settingsCatalog");
  });

  it("tells an OEMConfig profile from other Android configurations by what Graph says of it", () => {
    const path = "/deviceAppManagement/mobileAppConfigurations";
    const android = { "@odata.type": "#microsoft.graph.androidManagedStoreAppConfiguration" };
    expect(typeAt(path, { ...android, appSupportsOemConfig: true })).toBe("androidOemConfig");
    expect(typeAt(path, { ...android, appSupportsOemConfig: false })).toBe("mobileAppConfiguration");
  });

  it("is none for a built-in app that nobody has assigned", () => {
    const app = { "@odata.type": "#microsoft.graph.managedIOSStoreApp", appAvailability: "global" };
    expect(typeAt("/deviceAppManagement/mobileApps", { ...app, isAssigned: false })).toBeUndefined();
    expect(typeAt("/deviceAppManagement/mobileApps", { ...app, isAssigned: true })).toBe("mobileAppStore");
    expect(typeAt("/deviceAppManagement/mobileApps", { ...app, appAvailability: "lineOfBusiness" })).toBe(
      "mobileAppStore",
    );
  });
});
