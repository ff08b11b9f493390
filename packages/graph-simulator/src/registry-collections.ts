import { appCollections } from "./app-collections.ts";
import type { Child, Collection } from "./collection.ts";
import { assigned, assignments, bothVersions, makeCollections, works } from "./make-collections.ts";

const silentAssignments: Child = { name: "assignments", expandInList: "empty", expandOnItem: "empty" };
const refusedAssignments: Child = { name: "assignments", expandInList: "refused", expandOnItem: "refused" };

const scheduledActions: Child = {
  name: "scheduledActionsForRule",
  ...works,
  children: [{ name: "scheduledActionConfigurations", ...works }],
};
const defaultProfiles = ["Ios", "MacOs", "TvOS", "VisionOS"].map(
  (platform): Child => ({ name: `default${platform}EnrollmentProfile`, isSingle: true, ...works }),
);
const categories: Child = {
  name: "categories",
  ...works,
  children: [
    { name: "settings", ...works },
    { name: "recommendedSettings", ...works },
  ],
};
const logos = ["themeColorLogo", "lightBackgroundLogo", "landingPageCustomizedImage"];
const cloudPcAssignments: Child = { ...assignments, noRoute: "CloudPC" };
const script = { children: [assignments], hiddenInLists: ["scriptContent"] };
const catalogOfSettings = { isTranslated: true, isPolymorphic: true };
const singleton = { singleton: "entity" } as const;

const management = "/deviceManagement";

/** Collections that the demo tenants leave empty: one row each (graph.md 1 and 2). */
export const registryCollections: readonly Collection[] = [
  ...makeCollections(management, "deviceConfiguration", [
    [
      "/intents",
      "deviceManagementIntent",
      { children: [{ name: "settings", ...works }, categories, silentAssignments] },
    ],
    [
      "/templates",
      "deviceManagementTemplate",
      { isPolymorphic: true, children: [{ name: "settings", ...works }, categories] },
    ],
    ["/settingDefinitions", "deviceManagementSettingDefinition", { isTranslated: true, isPolymorphic: true }],
    ["/auditEvents", "auditEvent", { versions: bothVersions }],
    ["/groupPolicyUploadedDefinitionFiles", "groupPolicyUploadedDefinitionFile"],
    ["/hardwareConfigurations", "hardwareConfiguration", { ...assigned, hiddenInLists: ["configurationFileContent"] }],
    ["/windowsFeatureUpdateProfiles", "windowsFeatureUpdateProfile", assigned],
    ["/windowsQualityUpdateProfiles", "windowsQualityUpdateProfile", assigned],
    ["/windowsQualityUpdatePolicies", "windowsQualityUpdatePolicy", assigned],
    [
      "/deviceComplianceScripts",
      "deviceComplianceScript",
      // Up to two minutes (graph.md 2.6).
      { ...assigned, hiddenInLists: ["detectionScriptContent"], shownAfterMs: 60_000 },
    ],
    ["/deviceShellScripts", "deviceShellScript", { ...script, children: [{ ...assignments, noRoute: "DeviceFE" }] }],
    ["/deviceCustomAttributeShellScripts", "deviceCustomAttributeShellScript", script],
    ["/deviceCategories", "deviceCategory"],
    ["/settings", "deviceManagementSettings", { singleton: "value" }],
    ["/managedDeviceCleanupRules", "managedDeviceCleanupRule"],
    ["/microsoftTunnelConfigurations", "microsoftTunnelConfiguration"],
    [
      "/microsoftTunnelSites",
      "microsoftTunnelSite",
      { children: [{ name: "microsoftTunnelConfiguration", isSingle: true, ...works }] },
    ],
    ["/microsoftTunnelHealthThresholds", "microsoftTunnelHealthThreshold"],
    ["/derivedCredentials", "deviceManagementDerivedCredentialSettings"],
    ["/ndesConnectors", "ndesConnector"],
    ["/certificateConnectorDetails", "certificateConnectorDetails"],
    ["/domainJoinConnectors", "deviceManagementDomainJoinConnector"],
    ["/cloudCertificationAuthority", "cloudCertificationAuthority"],
    ["/serviceNowConnections", "serviceNowConnection"],
    ["/zebraFotaDeployments", "zebraFotaDeployment"],
  ]),
  ...makeCollections(management, "deviceConfigurationV2", [
    ["/configurationSettings", "deviceManagementConfigurationSettingDefinition", catalogOfSettings],
    ["/reusableSettings", "deviceManagementConfigurationSettingDefinition", catalogOfSettings],
    ["/complianceSettings", "deviceManagementConfigurationSettingDefinition", catalogOfSettings],
    ["/configurationCategories", "deviceManagementConfigurationCategory", { isTranslated: true }],
    ["/reusablePolicySettings", "deviceManagementReusablePolicySetting", { onlyOnSelect: ["settingInstance"] }],
    [
      "/compliancePolicies",
      "deviceManagementCompliancePolicy",
      {
        children: [{ name: "settings", pageSize: 25, ...works }, scheduledActions, silentAssignments],
        counts: ["settingCount", "settings"],
      },
    ],
  ]),
  ...makeCollections(management, "notifications", [
    [
      "/notificationMessageTemplates",
      "notificationMessageTemplate",
      { children: [{ name: "localizedNotificationMessages", ...works }] },
    ],
  ]),
  ...makeCollections(management, "rbac", [
    ["/operationApprovalPolicies", "operationApprovalPolicy"],
    [
      "/roleDefinitions",
      "roleDefinition",
      {
        isPolymorphic: true,
        children: [
          {
            name: "roleAssignments",
            ...works,
            inverse: { collection: "/deviceManagement/roleAssignments", name: "roleDefinition" },
          },
        ],
      },
    ],
    [
      "/roleAssignments",
      "deviceAndAppManagementRoleAssignment",
      {
        children: [
          { name: "roleDefinition", isSingle: true, ...works },
          { name: "roleScopeTags", ...works, on: ["deviceAndAppManagementRoleAssignment"] },
        ],
      },
    ],
  ]),
  ...makeCollections(management, "enrollment", [
    ["/termsAndConditions", "termsAndConditions", { children: [refusedAssignments] }],
    ["/intuneBrandingProfiles", "intuneBrandingProfile", { ...assigned, hiddenInLists: logos, ownPaths: logos }],
    ["/deviceEnrollmentConfigurations", "deviceEnrollmentConfiguration", { ...assigned, isPolymorphic: true }],
    [
      "/windowsAutopilotDeploymentProfiles",
      "windowsAutopilotDeploymentProfile",
      {
        isPolymorphic: true,
        children: [
          assignments,
          {
            name: "domainJoinConfiguration",
            isSingle: true,
            ...works,
            on: ["activeDirectoryWindowsAutopilotDeploymentProfile"],
          },
        ],
      },
    ],
    ["/windowsAutopilotDeviceIdentities", "windowsAutopilotDeviceIdentity"],
    ["/windowsAutopilotSettings", "windowsAutopilotSettings", singleton],
    ["/applePushNotificationCertificate", "applePushNotificationCertificate", singleton],
    [
      "/depOnboardingSettings",
      "depOnboardingSetting",
      { children: [{ name: "enrollmentProfiles", ...works }, ...defaultProfiles] },
    ],
    ["/appleUserInitiatedEnrollmentProfiles", "appleUserInitiatedEnrollmentProfile", assigned],
    ["/androidManagedStoreAccountEnterpriseSettings", "androidManagedStoreAccountEnterpriseSettings", singleton],
    ["/androidDeviceOwnerEnrollmentProfiles", "androidDeviceOwnerEnrollmentProfile"],
    ["/androidForWorkEnrollmentProfiles", "androidForWorkEnrollmentProfile"],
    ["/zebraFotaConnector", "zebraFotaConnector", singleton],
    ["/complianceManagementPartners", "complianceManagementPartner"],
    ["/deviceManagementPartners", "deviceManagementPartner"],
    ["/remoteAssistancePartners", "remoteAssistancePartner"],
    ["/remoteAssistanceSettings", "remoteAssistanceSettings", singleton],
    ["/mobileThreatDefenseConnectors", "mobileThreatDefenseConnector"],
    ["/exchangeConnectors", "deviceManagementExchangeConnector"],
    ["/dataSharingConsents", "dataSharingConsent"],
  ]),
  ...makeCollections(`${management}/virtualEndpoint`, "cloudPc", [
    ["/provisioningPolicies", "cloudPcProvisioningPolicy", { children: [cloudPcAssignments] }],
    ["/userSettings", "cloudPcUserSetting", { children: [cloudPcAssignments] }],
    ["/onPremisesConnections", "cloudPcOnPremisesConnection"],
    ["/deviceImages", "cloudPcDeviceImage"],
    ["/organizationSettings", "cloudPcOrganizationSettings", singleton],
    ["/externalPartnerSettings", "cloudPcExternalPartnerSetting"],
  ]),
  ...appCollections,
  ...makeCollections("", "conditionalAccess", [
    [
      "/policies/authenticationStrengthPolicies",
      "authenticationStrengthPolicy",
      { versions: bothVersions, children: [{ name: "combinationConfigurations", ...works }] },
    ],
    [
      "/identity/conditionalAccess/authenticationContextClassReferences",
      "authenticationContextClassReference",
      { versions: bothVersions },
    ],
    [
      "/identityGovernance/termsOfUse/agreements",
      "agreement",
      { versions: bothVersions, children: [{ name: "files", ...works }] },
    ],
  ]),
  ...makeCollections("", "identity", [
    [
      "/organization",
      "organization",
      {
        versions: bothVersions,
        children: [{ name: "branding", isSingle: true, ...works, children: [{ name: "localizations", ...works }] }],
      },
    ],
    ["/policies/deviceRegistrationPolicy", "deviceRegistrationPolicy", { ...singleton, versions: bothVersions }],
  ]),
];
