import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import published from "../../../docs/reference/published/graph.json" with { type: "json" };
import { graphTypes, importableContracts } from "../../../local/import/graph-types.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { isClaimed, typeOfObject } from "../../../src/domain/graph/type-of-object.ts";

function siblingsAt(path: string): ObjectTypeContract[] {
  return contracts.filter((contract) => contract.path === path);
}

/** Keys of the types that an object of the collection belongs to by name; a catch-all takes what none of them does. */
function claimsOf(path: string, odataType: string): string[] {
  const object = { "@odata.type": odataType, id: "1" };
  const siblings = siblingsAt(path);
  const claimed = siblings.filter((contract) => isClaimed(contract, object)).map(({ key }) => key);
  return claimed.length > 0 ? claimed : [typeOfObject(siblings, object)?.key ?? "nothing"];
}

describe("every object of a collection belongs to exactly one type", () => {
  const { tree, declaredType, hasSeveralTypes } = graphTypes();
  const several = [...new Set(importableContracts.map(({ path }) => path))].filter(hasSeveralTypes);
  const known = several.flatMap((path) => tree.kindsOf(declaredType(path)).map((type) => [type, path] as const));
  it.each(known)("%s of %s belongs to exactly one type", (type, path) => {
    expect(claimsOf(path, `#microsoft.graph.${type}`)).toHaveLength(1);
  });

  it("every concrete kind that Microsoft publishes for a collection belongs to exactly one type", () => {
    const concrete = Object.entries(derived).flatMap(([path, kinds]) => kinds.concrete.map((type) => [path, type]));
    expect(concrete.length).toBeGreaterThan(190);
    for (const [path = "", type = ""] of concrete) expect(claimsOf(path, type), type).toHaveLength(1);
  });

  it("no type claims a kind that Microsoft does not publish for the collection", () => {
    for (const { key, path, kinds } of contracts) {
      if (kinds.by !== "odataType") continue;
      const known = [...(derived[path]?.concrete ?? []), ...(derived[path]?.abstract ?? [])];
      for (const type of kinds.is) expect(known, key).toContain(type);
    }
  });
});

describe("the registry beside what Microsoft publishes", () => {
  it("has every type of the list that exists in Graph, with its path and version", () => {
    const byKey = new Map(contracts.map((contract) => [contract.key, contract]));
    expect(published.types.length).toBeGreaterThan(90);
    for (const { key, path, version } of published.types.filter(({ key }) => !notInGraph.has(key))) {
      // v1.0 leaves out policies and locations that use preview features, and says nothing of it.
      const contract = byKey.get(key);
      const wanted = contract?.serviceGroup === "conditionalAccess" ? "beta" : version;
      expect({ path: contract?.path, version: contract?.version }, key).toEqual({ path, version: wanted });
    }
  });

  it("says the risk that the list says, and reads assignments wherever the list has some", () => {
    const byKey = new Map(contracts.map((contract) => [contract.key, contract]));
    const assigned = new Set<string>();
    for (const { key, risk, assigned: hasSome } of published.types) {
      const contract = byKey.get(key);
      if (!contract) continue;
      expect(contract.risk, key).toBe(risk);
      if (hasSome && contract.assignments !== "none") assigned.add(key);
      if (hasSome && contract.assignments === "none") expect(withoutOwnAssignments, key).toContain(key);
    }
    expect(assigned.size).toBeGreaterThan(50);
  });

  it("differs in these paths and no others, and each contract says why", () => {
    expect(differencesOf(pathsOf)).toEqual([
      "deviceManagementSettings GET /deviceManagement/settings",
      "group GET /groups",
    ]);
  });

  it("asks for the least that writes, except here, where the contract says why", () => {
    expect(differencesOf(writePermissionsOf)).toEqual([
      "cloudCertificationAuthority writes with DeviceManagementCloudCA.ReadWrite.All",
      "cloudPcCloudApp writes with CloudPC.ReadWrite.All",
      "cloudPcOnPremisesConnection writes with CloudPC.ReadWrite.All",
      "conditionalAccessPolicy writes with Application.Read.All",
      "conditionalAccessPolicy writes with Policy.ReadWrite.ConditionalAccess",
      "derivedCredential writes with DeviceManagementConfiguration.ReadWrite.All",
      "deviceComplianceScript writes with DeviceManagementScripts.ReadWrite.All",
      "deviceCustomAttributeShellScript writes with DeviceManagementScripts.ReadWrite.All",
      "deviceHealthScript writes with DeviceManagementScripts.ReadWrite.All",
      "deviceManagementScript writes with DeviceManagementScripts.ReadWrite.All",
      "deviceManagementSettings writes with DeviceManagementConfiguration.ReadWrite.All",
      "deviceShellScript writes with DeviceManagementScripts.ReadWrite.All",
      "iosLobAppProvisioningConfiguration writes with DeviceManagementApps.ReadWrite.All",
      "managedDeviceCleanupRule writes with DeviceManagementConfiguration.ReadWrite.All",
      "namedLocation writes with Policy.ReadWrite.ConditionalAccess",
      "serviceNowConnection writes with DeviceManagementConfiguration.ReadWrite.All",
      "termsOfUse writes with Agreement.ReadWrite.All",
      "windowsManagedAppProtection writes with DeviceManagementApps.ReadWrite.All",
      "windowsQualityUpdatePolicy writes with DeviceManagementConfiguration.ReadWrite.All",
    ]);
  });

  it("asks for the least that reads, except here, where the contract says why", () => {
    expect(differencesOf(permissionsOf)).toEqual([
      "applePushNotificationCertificate reads with DeviceManagementServiceConfig.Read.All",
      "cloudCertificationAuthority reads with DeviceManagementCloudCA.Read.All",
      "cloudPcCloudApp reads with CloudPC.Read.All",
      "cloudPcOrganizationSettings reads with CloudPC.Read.All",
      "dataSharingConsent reads with DeviceManagementServiceConfig.Read.All",
      "derivedCredential reads with DeviceManagementConfiguration.Read.All",
      "deviceComplianceScript reads with DeviceManagementScripts.Read.All",
      "deviceCustomAttributeShellScript reads with DeviceManagementScripts.Read.All",
      "deviceHealthScript reads with DeviceManagementScripts.Read.All",
      "deviceManagementScript reads with DeviceManagementScripts.Read.All",
      "deviceManagementSettings reads with DeviceManagementConfiguration.Read.All",
      "deviceShellScript reads with DeviceManagementScripts.Read.All",
      "group reads with Directory.Read.All",
      "hardwarePasswordDetail reads with DeviceManagementConfiguration.Read.All",
      "iosLobAppProvisioningConfiguration reads with DeviceManagementApps.Read.All",
      "managedDeviceCleanupRule reads with DeviceManagementConfiguration.Read.All",
      "organizationalBranding reads with DeviceManagementServiceConfig.Read.All",
      "serviceNowConnection reads with DeviceManagementConfiguration.Read.All",
      "termsOfUse reads with Agreement.Read.All",
      "windowsManagedAppProtection reads with DeviceManagementApps.Read.All",
      "windowsQualityUpdatePolicy reads with DeviceManagementConfiguration.Read.All",
    ]);
  });

  it("explains every difference in the contract itself", () => {
    const all = [pathsOf, permissionsOf, writePermissionsOf].flatMap(differencesOf);
    const named = all.map((line) => line.split(" ")[0]);
    const silent = contracts.filter(({ key, differs }) => named.includes(key) && differs.length === 0);
    expect(silent.map(({ key }) => key)).toEqual([]);
  });
});

/** Assigned by another type (roles), used through a policy (scripts), or given to devices one by one (profiles). */
const withoutOwnAssignments = ["roleDefinition", "deviceComplianceScript", "depEnrollmentProfile"];

/** Only a portal reaches it: the public endpoint is closed. */
const notInGraph = new Set(["inventoryPolicy"]);

const gets = new Set(published.gets);
const least: Record<string, { GET?: string[]; POST?: string[]; PATCH?: string[] }> = published.least;
const derived: Record<string, { concrete: string[]; abstract: string[] }> = published.derived;

function differencesOf(expected: (contract: ObjectTypeContract) => string[]): string[] {
  return contracts.flatMap((contract) => expected(contract).map((line) => `${contract.key} ${line}`)).toSorted();
}

/** GETs that the contract makes and that no published path has. */
function pathsOf({ path, read, children, links, assignments }: ObjectTypeContract): string[] {
  const below = [
    ...children.filter(({ on }) => !on).map((child) => child.path),
    ...links.filter(({ on }) => !on).map((link) => link.path),
    ...(assignments === "get" ? ["assignments"] : []),
  ];
  const item = read === "singleton" ? path : `${path}/{id}`;
  const wanted = [path, ...below.map((name) => `${item}/${name}`)];
  return wanted.filter((each) => !gets.has(each)).map((each) => `GET ${each}`);
}

/** Permissions to read that the published list does not name as the least. */
function permissionsOf({ path, permissions }: ObjectTypeContract): string[] {
  const named = least[path.toLowerCase()]?.GET ?? [];
  return permissions.read.filter((name) => !named.includes(name)).map((name) => `reads with ${name}`);
}

/** Permissions to write that the published list names as the least for no write of the collection or its objects. */
function writePermissionsOf({ path, permissions }: ObjectTypeContract): string[] {
  const places = [path, `${path}/{id}`].map((each) => least[each.toLowerCase()] ?? {});
  const named = places.flatMap(({ POST = [], PATCH = [] }) => [...POST, ...PATCH]);
  return permissions.write.filter((name) => !named.includes(name)).map((name) => `writes with ${name}`);
}
