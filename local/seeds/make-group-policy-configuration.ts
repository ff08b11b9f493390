import type {
  GroupPolicyConfiguration,
  GroupPolicyDefinition,
  GroupPolicyPresentation,
} from "@microsoft/microsoft-graph-types-beta";
import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const topics = ["Office macros", "Outlook cache", "Chrome updates", "Remote desktop"];

const released = "2021-08-26T07:40:09.2460853Z";

// Definitions belong to the service: they have the same ids in every tenant.
const definitions = [
  {
    categoryPath: "\\Windows Components\\Remote Desktop Services",
    displayName: "Set time limit for idle sessions",
    label: "Idle limit (minutes)",
  },
  { categoryPath: "\\Google\\Google Chrome", displayName: "Relaunch notification period", label: "Time period (ms)" },
  {
    categoryPath: "\\Microsoft Outlook 2016\\Account Settings",
    displayName: "Cached Exchange Mode sync slider",
    label: "Months",
  },
  {
    categoryPath: "\\Microsoft Word 2016\\Word Options\\Security",
    displayName: "Macro notification settings",
    label: "Level",
  },
].map((about, index) => ({ ...about, id: makeRandom(index).guid(), presentationId: makeRandom(index + 100).guid() }));

type Definition = (typeof definitions)[number];

export function makeGroupPolicyConfiguration(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const configuration = {
    id: random.guid(),
    ...stampsOf(random),
    displayName: toName("WIN - ADMX", topics, index),
    description: "",
    roleScopeTagIds: scopeTagsOf(tenant),
    policyConfigurationIngestionType: "builtIn",
  } satisfies GraphObject<GroupPolicyConfiguration>;
  const chosen = random.sample(definitions, random.integer(1, definitions.length));
  return {
    ...configuration,
    definitionValues: chosen.map((definition) => definitionValue(random, definition)),
    assignments: makeAssignments(tenant, { policyId: configuration.id, filterPlatform: "windows10AndLater" }),
  };
}

function definitionValue(random: Random, definition: Definition): JsonObject {
  const enabled = random.chance(70);
  return {
    id: random.guid(),
    ...stampsOf(random),
    enabled,
    configurationType: "policy",
    definition: toDefinition(definition),
    presentationValues: enabled ? [presentationValue(random, definition)] : [],
  };
}

function toDefinition({ id, categoryPath, displayName }: Definition): JsonObject {
  return {
    id,
    lastModifiedDateTime: released,
    classType: "machine",
    displayName,
    explainText: "",
    categoryPath,
    supportedOn: "At least Windows 10",
    policyType: "admxBacked",
    hasRelatedDefinitions: false,
    minDeviceCspVersion: "5.0",
    version: "1.0",
  } satisfies GraphObject<GroupPolicyDefinition>;
}

function presentationValue(random: Random, { presentationId, label }: Definition): JsonObject {
  const presentation = {
    id: presentationId,
    label,
    lastModifiedDateTime: released,
  } satisfies GraphObject<GroupPolicyPresentation>;
  return {
    "@odata.type": "#microsoft.graph.groupPolicyPresentationValueDecimal",
    id: random.guid(),
    ...stampsOf(random),
    value: random.integer(1, 60),
    presentation: {
      "@odata.type": "#microsoft.graph.groupPolicyPresentationDecimalTextBox",
      ...presentation,
      defaultValue: 5,
      minValue: 0,
      maxValue: 9999,
      required: true,
      spin: true,
      spinStep: 1,
    },
  };
}
