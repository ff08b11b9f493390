import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aGraph, type Body, type Got, groupTarget, paths, type TestGraph, tenantId } from "./a-graph.ts";

const apps = "/deviceAppManagement";
const device = "/deviceManagement";
const kind = (name: string) => `#microsoft.graph.${name}`;
const assigned = { assignments: [{ target: groupTarget("g") }] };
const reference = "x_c_y";

/** What a tenant holds that every row asks. */
const objects: readonly (readonly [path: string, objects: readonly object[]])[] = [
  [paths.iosProtections, [{ id: "ios", displayName: "iOS" }]],
  [`${apps}/targetedManagedAppConfigurations`, [{ id: "tmac", displayName: "Managed app" }]],
  [
    `${apps}/mobileApps`,
    [
      { id: "built-in", "@odata.type": kind("managedIOSStoreApp"), displayName: "z", appAvailability: "global" },
      { id: "used", "@odata.type": kind("managedIOSStoreApp"), appAvailability: "global", isAssigned: true },
      { id: "own", "@odata.type": kind("managedAndroidLobApp"), displayName: "a", appAvailability: "lineOfBusiness" },
      { id: "web", "@odata.type": kind("webApp"), displayName: "m", roleScopeTagIds: ["0"] },
    ],
  ],
  [
    `${apps}/mobileAppConfigurations`,
    [
      { id: "oem", "@odata.type": kind("androidManagedStoreAppConfiguration"), appSupportsOemConfig: true },
      { id: "plain", "@odata.type": kind("androidManagedStoreAppConfiguration"), appSupportsOemConfig: false },
      { id: "ios", "@odata.type": kind("iosMobileAppConfiguration") },
    ],
  ],
  [`${apps}/policySets`, [{ id: "set", items: [{ id: "i" }], ...assigned }]],
  [
    paths.configurations,
    [
      {
        id: "oma",
        "@odata.type": kind("windows10CustomConfiguration"),
        omaSettings: [{ isEncrypted: true, secretReferenceValueId: reference, value: "in clear" }],
      },
      { id: "ring", "@odata.type": kind("windowsUpdateForBusinessConfiguration") },
    ],
  ],
  [`${device}/templates`, [{ id: "t", displayName: "Baseline", categories: [{ id: "c" }] }]],
  [`${device}/intents`, [{ id: "intent", templateId: "t", categories: [{ id: "c", settings: [{ id: "s" }] }] }]],
  [`${device}/deviceShellScripts`, [{ id: "shell", ...assigned }]],
  [`${device}/assignmentFilters`, [{ id: "filter", displayName: "Corporate" }]],
  [
    `${device}/intuneBrandingProfiles`,
    [{ id: "brand", themeColorLogo: { type: "image/png", value: "AAAA" }, lightBackgroundLogo: null }],
  ],
  [`${device}/depOnboardingSettings`, [{ id: "dep", defaultIosEnrollmentProfile: { id: "p", displayName: "iPads" } }]],
  [
    `${device}/roleDefinitions`,
    [
      { id: "role", isBuiltIn: false },
      { id: "own", isBuiltIn: true },
    ],
  ],
  [`${device}/roleAssignments`, [{ id: "ra", roleDefinition: { id: "role" } }]],
  [`${device}/settings`, [{ id: "settings", secureByDefault: true }]],
  [`${device}/applePushNotificationCertificate`, [{ id: "apns", appleIdentifier: "it@example.com" }]],
  [`${device}/androidManagedStoreAccountEnterpriseSettings`, [{ id: "play", bindStatus: "bound" }]],
  [
    "/policies/authenticationStrengthPolicies",
    [{ id: "mfa", policyType: "custom", combinationConfigurations: [{ id: "cc" }] }],
  ],
  [
    `${device}/auditEvents`,
    [
      { id: "old", activityDateTime: "2026-01-01T00:00:00Z" },
      { id: "new", activityDateTime: "2026-02-01T00:00:00Z" },
    ],
  ],
  [paths.groups, [{ id: "g", displayName: "Everyone", groupTypes: [] }]],
];

const ids = ({ body }: Got) => body.value.map(({ id }) => id);
const available = "microsoft.graph.managedApp/appAvailability";
const oem = "microsoft.graph.androidManagedStoreAppConfiguration";

type Row = readonly [get: string, read: (got: Got) => unknown, expected: unknown];

/** What unmodified tools ask, and what Graph answers. Each has its row in the README. */
const rows: readonly Row[] = [
  [`${apps}/managedAppPolicies`, ids, ["ios", "tmac"]],
  [`${apps}/managedAppPolicies/ios`, ({ body }) => body["@odata.type"], kind("iosManagedAppProtection")],
  [`${apps}/managedAppPolicies/ios/assignments`, ({ body }) => body.error.code, "No method match route template"],
  [
    `${apps}/mobileApps?$filter=(${available}) eq null or (${available}) eq 'lineOfBusiness' or isAssigned eq true`,
    ids,
    ["used", "own", "web"],
  ],
  [
    `${apps}/mobileApps?$filter=(${available} eq null or ${available} eq 'lineOfBusiness' or isAssigned eq true)&$orderby=displayName&`,
    ids,
    ["used", "own", "web"],
  ],
  [`${apps}/mobileApps?$filter=${available} eq microsoft.graph.managedAppAvailability'lineOfBusiness'`, ids, ["own"]],
  [`${apps}/mobileApps/web?$select=roleScopeTagIds,id`, ({ body }) => body["roleScopeTagIds"], ["0"]],
  [
    `${apps}/mobileAppConfigurations?$filter=${oem}/appSupportsOemConfig eq false or isof('${oem}') eq false`,
    ids,
    ["plain", "ios"],
  ],
  [`${apps}/mobileAppConfigurations?$filter=${oem}/appSupportsOemConfig eq true`, ids, ["oem"]],
  [`${apps}/policySets/set?$expand=Items`, ({ body }) => body["items"], [{ id: "i" }]],
  [
    `${paths.configurations}?$filter=not isof('microsoft.graph.windowsUpdateForBusinessConfiguration') and not isof('microsoft.graph.iosUpdateConfiguration')`,
    ids,
    ["oma"],
  ],
  [
    `${paths.configurations}/oma/getOmaSettingPlainTextValue(secretReferenceValueId='${reference}')`,
    ({ body }) => body.value,
    "in clear",
  ],
  [`${device}/templates`, ids, ["t"]],
  [`${device}/templates/t/categories`, ids, ["c"]],
  [`${device}/intents/intent/categories/c/settings`, ids, ["s"]],
  [
    `${device}/deviceShellScripts/shell?$expand=assignments`,
    ({ body }) => String(body["assignments@odata.context"]).endsWith("deviceShellScripts('shell')/assignments"),
    true,
  ],
  [`${device}/assignmentFilters/filter?$select=displayName`, ({ body }) => body["id"], "filter"],
  [`${device}/intuneBrandingProfiles/brand/themeColorLogo`, ({ body }) => body["type"], "image/png"],
  [`${device}/intuneBrandingProfiles/brand/lightBackgroundLogo`, ({ status }) => status, 204],
  [
    `${device}/depOnboardingSettings/dep?$expand=defaultIosEnrollmentProfile,defaultMacOsEnrollmentProfile`,
    ({ body }) => [Object(body["defaultIosEnrollmentProfile"]).id, body["defaultMacOsEnrollmentProfile"]],
    ["p", null],
  ],
  [`${device}/roleDefinitions?$filter=isBuiltIn eq false`, ids, ["role"]],
  [`${device}/roleDefinitions/role/roleAssignments`, ids, ["ra"]],
  [`${device}/settings`, ({ body }) => body["secureByDefault"], true],
  [`${device}/applePushNotificationCertificate`, ({ body }) => body["appleIdentifier"], "it@example.com"],
  [`${device}/androidManagedStoreAccountEnterpriseSettings`, ({ body }) => body["bindStatus"], "bound"],
  ["/identity/conditionalAccess/authenticationStrength/policies", ids, ["mfa"]],
  ["/identity/conditionalAccess/authenticationStrengths/policies/mfa/combinationConfigurations", ids, ["cc"]],
  [
    "/v1.0/deviceManagement/auditEvents?$filter=activityDateTime gt 2026-01-15T00:00:00Z&$orderby=activityDateTime desc",
    ids,
    ["new"],
  ],
  [`${paths.groups}/g?$select=displayName,id,groupTypes,membershipRule`, ({ body }) => body["displayName"], "Everyone"],
];

async function aTenant(): Promise<TestGraph> {
  const graph = await aGraph();
  for (const [path, held] of objects) graph.control.putObjects(tenantId, path, held);
  return graph;
}

describe("a GET that an unmodified tool sends", () => {
  it.each(rows)("%s is answered as Graph answers it", async (get, read, expected) => {
    await using graph = await aTenant();
    expect(read(await graph.get(get.replaceAll(" ", "%20")))).toEqual(expected);
  });

  it("is in the README, and nothing else is", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const told = [...readme.matchAll(/^\| `GET ([^`]+)` /gm)].map(([, get]) => get);
    expect(told).toEqual(rows.map(([get]) => get));
  });
});

describe("a list over several collections", () => {
  it("goes on from page to page through all of them", async () => {
    await using graph = await aTenant();
    const seen: unknown[] = [];
    for (let next: string | undefined = `${apps}/managedAppPolicies?$top=1`; next !== undefined; ) {
      const { body }: { body: Body } = await graph.get(next);
      seen.push(...body.value.map(({ id }) => id));
      next = body["@odata.nextLink"];
    }
    expect(seen).toEqual(["ios", "tmac"]);
  });

  it("is written through the collections alone", async () => {
    await using graph = await aTenant();
    expect((await graph.send("POST", `${apps}/managedAppPolicies`, {})).status).toBe(405);
  });
});

describe("$orderby", () => {
  it("orders by texts without case and by several names, in either direction, page by page", async () => {
    await using graph = await aGraph();
    const named = ["b", "A", "c"].map((name, version) => ({ id: name, displayName: name, version }));
    graph.control.putObjects(tenantId, paths.scripts, named);
    expect(ids(await graph.get(`${paths.scripts}?$orderby=displayName`))).toEqual(["A", "b", "c"]);
    expect(ids(await graph.get(`${paths.scripts}?$orderby=version desc,displayName`))).toEqual(["c", "A", "b"]);
    const first = await graph.get(`${paths.scripts}?$orderby=displayName desc&$top=2`);
    expect([ids(first), ids(await graph.get(first.body["@odata.nextLink"] ?? ""))]).toEqual([["c", "b"], ["A"]]);
    expect((await graph.get(`${paths.scripts}?$orderby=displayName sideways`)).status).toBe(400);
  });
});
