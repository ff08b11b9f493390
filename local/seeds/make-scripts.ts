import { Buffer } from "node:buffer";
import type { DeviceHealthScript, DeviceManagementScript } from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const topics = [
  "Map printers",
  "Remove bloatware",
  "Set time zone",
  "Clean temp folders",
  "Repair Teams",
  "Trust agent",
];

export function makeManagementScript(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const displayName = toName("PS", topics, index);
  const script = {
    id: random.guid(),
    ...stampsOf(random),
    displayName,
    description: "Runs once on each device",
    scriptContent: contentOf(random, ["Set-StrictMode -Version Latest", `Write-Output '${displayName}'`]),
    runAsAccount: random.pick(["system", "user"] as const),
    enforceSignatureCheck: false,
    fileName: `script-${index + 1}.ps1`,
    roleScopeTagIds: scopeTagsOf(tenant),
    runAs32Bit: random.chance(20),
  } satisfies GraphObject<DeviceManagementScript>;
  return { ...script, assignments: makeAssignments(tenant, { policyId: script.id }) };
}

export function makeHealthScript(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const displayName = toName("Remediation", topics, index);
  const script = {
    id: random.guid(),
    ...stampsOf(random),
    publisher: "Service desk",
    version: "1",
    displayName,
    description: "Looks every day and repairs what it finds",
    detectionScriptContent: contentOf(random, [`# ${displayName}`, "if (Test-Path C:\\Temp) { exit 1 }", "exit 0"]),
    remediationScriptContent: contentOf(random, ["Remove-Item C:\\Temp -Recurse -Force", "exit 0"]),
    runAsAccount: "system",
    enforceSignatureCheck: false,
    runAs32Bit: false,
    roleScopeTagIds: scopeTagsOf(tenant),
    isGlobalScript: false,
    highestAvailableVersion: null,
    deviceHealthScriptType: "deviceHealthScript",
    detectionScriptParameters: [],
    remediationScriptParameters: [],
  } satisfies GraphObject<DeviceHealthScript>;
  const runSchedule = {
    "@odata.type": "#microsoft.graph.deviceHealthScriptDailySchedule",
    interval: 1,
    useUtc: false,
    time: "09:00:00.0000000",
  };
  const extra = { runRemediationScript: true, runSchedule };
  return { ...script, assignments: makeAssignments(tenant, { policyId: script.id, extra }) };
}

/** Base64 of the raw bytes. Byte order marks and line ends are part of them, and tenants have every kind. */
function contentOf(random: Random, lines: readonly string[]): string {
  const mark = random.chance(30) ? "\uFEFF" : "";
  return Buffer.from(mark + [...lines, ""].join(random.pick(["\n", "\r\n"])), "utf8").toString("base64");
}
