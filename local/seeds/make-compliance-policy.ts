import type {
  IosCompliancePolicy,
  MacOSCompliancePolicy,
  Windows10CompliancePolicy,
} from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const windows = {
  "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
  passwordRequired: true,
  passwordMinimumLength: 8,
  passwordRequiredType: "deviceDefault",
  bitLockerEnabled: true,
  secureBootEnabled: true,
  tpmRequired: true,
  activeFirewallRequired: true,
  osMinimumVersion: "10.0.22631",
  osMaximumVersion: null,
  deviceThreatProtectionEnabled: false,
  deviceThreatProtectionRequiredSecurityLevel: "unavailable",
  validOperatingSystemBuildRanges: [],
} satisfies GraphObject<Windows10CompliancePolicy>;

const ios = {
  "@odata.type": "#microsoft.graph.iosCompliancePolicy",
  passcodeRequired: true,
  passcodeBlockSimple: true,
  passcodeMinimumLength: 6,
  passcodeRequiredType: "numeric",
  osMinimumVersion: "17.0",
  securityBlockJailbrokenDevices: true,
  restrictedApps: [],
} satisfies GraphObject<IosCompliancePolicy>;

const mac = {
  "@odata.type": "#microsoft.graph.macOSCompliancePolicy",
  passwordRequired: true,
  passwordMinimumLength: 12,
  storageRequireEncryption: true,
  systemIntegrityProtectionEnabled: true,
  firewallEnabled: true,
  gatekeeperAllowedAppSource: "macAppStoreAndIdentifiedDevelopers",
  osMinimumVersion: "14.0",
} satisfies GraphObject<MacOSCompliancePolicy>;

const kinds = [
  { prefix: "WIN - Compliance", filterPlatform: "windows10AndLater", rules: windows },
  { prefix: "IOS - Compliance", filterPlatform: "iOS", rules: ios },
  { prefix: "MAC - Compliance", filterPlatform: "macOS", rules: mac },
] as const;

const topics = ["Device health", "Password", "Encryption"];

export function makeCompliancePolicy(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const { prefix, filterPlatform, rules } = kinds[index % kinds.length] ?? kinds[0];
  const id = random.guid();
  return {
    ...rules,
    id,
    ...stampsOf(random),
    roleScopeTagIds: scopeTagsOf(tenant),
    description: null,
    displayName: toName(prefix, topics, Math.floor(index / kinds.length)),
    version: random.integer(1, 9),
    scheduledActionsForRule: [scheduledAction(random, id)],
    assignments: makeAssignments(tenant, {
      policyId: id,
      filterPlatform,
      extra: { source: "direct", sourceId: id },
    }),
  };
}

/** Every policy has one rule, whose id is the policy's own; blocking is its first action. */
function scheduledAction(random: Random, policyId: string): JsonObject {
  const actions = [action(random, "block", random.pick([0, 24, 72]))];
  if (random.chance(50)) actions.push(action(random, "retire", 720));
  return { id: policyId, ruleName: null, scheduledActionConfigurations: actions };
}

function action(random: Random, actionType: string, gracePeriodHours: number): JsonObject {
  return {
    id: random.guid(),
    gracePeriodHours,
    actionType,
    notificationTemplateId: "00000000-0000-0000-0000-000000000000",
    notificationMessageCCList: [],
  };
}
