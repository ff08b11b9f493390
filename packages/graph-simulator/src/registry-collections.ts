import type { Child, Collection, ServiceGroup, Version } from "./collection.ts";

const betaOnly: readonly Version[] = ["beta"];
const bothVersions: readonly Version[] = ["v1.0", "beta"];
const works = { expandInList: "works", expandOnItem: "works" } as const;

const assignments: Child = { name: "assignments", ...works };
const silentAssignments: Child = { name: "assignments", expandInList: "empty", expandOnItem: "empty" };
const refusedAssignments: Child = { name: "assignments", expandInList: "refused", expandOnItem: "refused" };

type Row = Partial<Omit<Collection, "path" | "entityType" | "serviceGroup">>;

/** A collection below a root; whatever the row does not say is as most are: beta, concrete, large pages, no children. */
function makeCollections(root: string, serviceGroup: ServiceGroup, rows: readonly (readonly [string, string, Row?])[]) {
  return rows.map(
    ([path, entityType, row = {}]): Collection => ({
      isPolymorphic: false,
      versions: betaOnly,
      pageSize: 1000,
      maxTop: 1000,
      children: [],
      hiddenInLists: [],
      modifiedProperty: "lastModifiedDateTime",
      ...row,
      path: `${root}${path}`,
      entityType,
      serviceGroup,
    }),
  );
}

const scheduledActions: Child = {
  name: "scheduledActionsForRule",
  ...works,
  children: [{ name: "scheduledActionConfigurations", ...works }],
};
const appProtectionService = "MAMAdminFEService";
const defaultProfiles = ["Ios", "MacOs", "TvOS", "VisionOS"].map(
  (platform): Child => ({ name: `default${platform}EnrollmentProfile`, isSingle: true, ...works }),
);
const lockerFiles: readonly Child[] = [
  assignments,
  { name: "protectedAppLockerFiles", ...works, noRoute: appProtectionService },
  { name: "exemptAppLockerFiles", ...works, noRoute: appProtectionService },
];
const categories: Child = {
  name: "categories",
  ...works,
  children: [
    { name: "settings", ...works },
    { name: "recommendedSettings", ...works },
  ],
};
const logos = ["themeColorLogo", "lightBackgroundLogo", "landingPageCustomizedImage"];
const policySetService = "StatelessPayloadLinkingService";
const cloudPcAssignments: Child = { ...assignments, noRoute: "CloudPC" };
const targetedApps: readonly Child[] = [assignments, { name: "apps", ...works }];
const script = { children: [assignments], hiddenInLists: ["scriptContent"] };
const assigned = { children: [assignments] };
const singleton = { singleton: "entity" } as const;

const management = "/deviceManagement";
const appManagement = "/deviceAppManagement";

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
  ...makeCollections(appManagement, "applications", [
    [
      "/mobileApps",
      "mobileApp",
      {
        isPolymorphic: true,
        versions: bothVersions,
        hiddenInLists: ["largeIcon"],
        children: [assignments, { name: "relationships", ...works }, { name: "categories", ...works }],
      },
    ],
    ["/mobileAppCategories", "mobileAppCategory"],
    ["/mobileAppConfigurations", "managedDeviceMobileAppConfiguration", { ...assigned, isPolymorphic: true }],
    [
      "/policySets",
      "policySet",
      {
        children: [
          { name: "assignments", expandInList: "refused", expandOnItem: "works", noRoute: policySetService },
          { name: "items", expandInList: "refused", expandOnItem: "works", noRoute: policySetService },
        ],
      },
    ],
    ["/vppTokens", "vppToken"],
    [
      "/wdacSupplementalPolicies",
      "windowsDefenderApplicationControlSupplementalPolicy",
      { ...assigned, hiddenInLists: ["content"] },
    ],
    [
      "/iosLobAppProvisioningConfigurations",
      "iosLobAppProvisioningConfiguration",
      { ...assigned, hiddenInLists: ["payload"] },
    ],
    [
      "/managedEBooks",
      "managedEBook",
      { isPolymorphic: true, children: [assignments, { name: "categories", ...works }] },
    ],
    ["/managedEBookCategories", "managedEBookCategory"],
    ["/enterpriseCodeSigningCertificates", "enterpriseCodeSigningCertificate"],
  ]),
  ...makeCollections(appManagement, "managedApplications", [
    ["/windowsManagedAppProtections", "windowsManagedAppProtection", { children: targetedApps }],
    ["/defaultManagedAppProtections", "defaultManagedAppProtection", { children: [{ name: "apps", ...works }] }],
    ["/mdmWindowsInformationProtectionPolicies", "mdmWindowsInformationProtectionPolicy", { children: lockerFiles }],
    ["/windowsInformationProtectionPolicies", "windowsInformationProtectionPolicy", { children: lockerFiles }],
    [
      "/targetedManagedAppConfigurations",
      "targetedManagedAppConfiguration",
      { children: [...targetedApps, { name: "settings", ...works }] },
    ],
  ]),
  ...makeCollections(appManagement, "managedApplications", [
    [
      "/managedAppPolicies",
      "managedAppPolicy",
      {
        isPolymorphic: true,
        versions: bothVersions,
        noCastRoute: appProtectionService,
        children: [
          { name: "assignments", expandInList: "refused", expandOnItem: "refused", noRoute: appProtectionService },
        ],
        unionOf: [
          "iosManagedAppProtections",
          "androidManagedAppProtections",
          "windowsManagedAppProtections",
          "defaultManagedAppProtections",
          "mdmWindowsInformationProtectionPolicies",
          "windowsInformationProtectionPolicies",
          "targetedManagedAppConfigurations",
        ].map((name) => `${appManagement}/${name}`),
      },
    ],
  ]),
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
