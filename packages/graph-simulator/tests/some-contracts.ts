import type { SimulatedContract } from "../src/simulated-contract.ts";

const times = ["createdDateTime", "lastModifiedDateTime"];

function aContract(path: string, given: Partial<SimulatedContract>): SimulatedContract {
  return {
    path,
    version: "beta",
    kinds: { by: "collection" },
    pageSize: null,
    serviceGroup: "deviceConfiguration",
    read: "list",
    children: [],
    links: [],
    assignments: "get",
    volatile: times,
    permissions: { read: ["Things.Read.All"], write: ["Things.ReadWrite.All"] },
    ...given,
  };
}

/** What a client might know of four collections: places that only Graph writes, and a collection without a row. */
export const someContracts: readonly SimulatedContract[] = [
  aContract("/deviceManagement/configurationPolicies", {
    volatile: [
      ...times,
      "settingCount",
      "isAssigned",
      "creationSource",
      "templateReference.templateDisplayName",
      "settings[].settingDefinitions",
    ],
  }),
  aContract("/deviceManagement/deviceConfigurations", {
    kinds: { by: "odataType", is: ["#microsoft.graph.windowsUpdateForBusinessConfiguration"] },
    volatile: [...times, "version", "supportsScopeTags", "qualityUpdatesPauseStartDate"],
  }),
  aContract("/deviceAppManagement/iosManagedAppProtections", { volatile: [...times, "version"] }),
  aContract("/deviceManagement/newThings", {
    fixedOdataType: "#microsoft.graph.newThing",
    children: [{ path: "parts", countedBy: "partCount", pageSize: 2 }],
  }),
];
