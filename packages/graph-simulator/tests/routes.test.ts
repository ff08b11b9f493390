import { describe, expect, it } from "vitest";
import { aGraph, groupTarget, tenantId } from "./a-graph.ts";

const assigned = { assignments: [{ target: groupTarget("g") }] };
const rule = { scheduledActionsForRule: [{ id: "r", scheduledActionConfigurations: [{ id: "c" }] }] };
const files = { protectedAppLockerFiles: [{ id: "p" }], exemptAppLockerFiles: [{ id: "e" }] };
const catalog = "/deviceManagement/deviceCompliancePolicies";
const apps = "/deviceAppManagement";

/** Paths of the metadata that a service was seen to refuse, and the child that comes by `$expand` on the object. */
const rows = [
  [catalog, "scheduledActionsForRule", rule, "StatelessDeviceConfigurationFEService"],
  ["/deviceManagement/deviceShellScripts", "assignments", assigned, "DeviceFE"],
  [`${apps}/policySets`, "items", { items: [{ id: "i" }] }, "StatelessPayloadLinkingService"],
  [`${apps}/policySets`, "assignments", assigned, "StatelessPayloadLinkingService"],
  [`${apps}/mdmWindowsInformationProtectionPolicies`, "protectedAppLockerFiles", files, "MAMAdminFEService"],
  [`${apps}/mdmWindowsInformationProtectionPolicies`, "exemptAppLockerFiles", files, "MAMAdminFEService"],
  [`${apps}/windowsInformationProtectionPolicies`, "protectedAppLockerFiles", files, "MAMAdminFEService"],
  [`${apps}/windowsInformationProtectionPolicies`, "exemptAppLockerFiles", files, "MAMAdminFEService"],
] as const;

describe("a path that is in the metadata and has no route", () => {
  it.each(rows)(
    "%s/{id}/%s is refused as Graph refuses it, and comes by $expand",
    async (path, part, parts, service) => {
      await using graph = await aGraph();
      graph.control.putObjects(tenantId, path, [{ id: "one", ...parts }]);
      const { status, body } = await graph.get(`${path}/one/${part}`);
      const [, root, collection] = path.split("/");
      expect([status, body.error.code, body.error.message]).toEqual([
        400,
        "No method match route template",
        "No OData route exists that match template ~/singleton/navigation/key/navigation with http verb GET for " +
          `request /${service}/${root}/${collection}('one')/${part}.`,
      ]);
      expect((await graph.get(`${path}/one?$expand=${part}`)).body[part]).toHaveLength(1);
    },
  );

  it("is also what lies below a cast of an app protection policy", async () => {
    await using graph = await aGraph();
    const path = `${apps}/iosManagedAppProtections`;
    graph.control.putObjects(tenantId, path, [{ id: "one", ...assigned }]);
    const { body } = await graph.get(`${path}/one/microsoft.graph.iosManagedAppProtection/assignments`);
    expect(body.error.message).toContain("/MAMAdminFEService/deviceAppManagement/iosManagedAppProtections('one')/");
    expect((await graph.get(`${path}/one/assignments`)).body.value).toHaveLength(1);
  });

  it("is refused inside a batch too", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, `${apps}/policySets`, [{ id: "one" }]);
    const requests = [{ id: "1", method: "GET", url: "/deviceAppManagement/policySets/one/items" }];
    const [inner] = (await graph.send("POST", "/$batch", { requests })).body.responses;
    expect([inner?.status, inner?.body.error.code]).toEqual([400, "No method match route template"]);
  });
});

describe("$expand through a cast", () => {
  const path = "/deviceManagement/deviceConfigurations";
  const windows = "microsoft.graph.windows10GeneralConfiguration";

  it("brings what only that kind has, and nothing to other kinds", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, path, [
      { id: "w", "@odata.type": `#${windows}`, privacyAccessControls: [{ id: "0" }] },
      { id: "m", "@odata.type": "#microsoft.graph.macOSGeneralDeviceConfiguration" },
    ]);
    const read = async (id: string) => (await graph.get(`${path}/${id}?$expand=${windows}/privacyAccessControls`)).body;
    expect((await read("w"))["privacyAccessControls"]).toEqual([{ id: "0" }]);
    expect(await read("m")).not.toHaveProperty("privacyAccessControls");
    expect((await graph.get(`${path}/w?$expand=privacyAccessControls`)).status).toBe(400);
  });
});

it("a role knows its assignments, which hold it", async () => {
  await using graph = await aGraph();
  const role = { id: "r", displayName: "Help desk" };
  graph.control.putObjects(tenantId, "/deviceManagement/roleDefinitions", [role, { id: "other" }]);
  graph.control.putObjects(tenantId, "/deviceManagement/roleAssignments", [
    { id: "one", roleDefinition: role },
    { id: "two", roleDefinition: { id: "other" } },
  ]);
  const { body } = await graph.get("/deviceManagement/roleDefinitions/r/roleAssignments");
  expect(body.value.map(({ id }) => id)).toEqual(["one"]);
});
