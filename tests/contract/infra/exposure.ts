import { ofType, ownName, type Predicted } from "./predicted.ts";

// What each type must say so that nobody gets in without an identity, or over a weak connection.
const demands: Record<string, Record<string, unknown>> = {
  "Microsoft.DocumentDB/databaseAccounts": {
    disableLocalAuth: true,
    disableKeyBasedMetadataWriteAccess: true,
    minimalTlsVersion: "Tls12",
  },
  "Microsoft.ServiceBus/namespaces": { disableLocalAuth: true, minimumTlsVersion: "1.2" },
  "Microsoft.Storage/storageAccounts": {
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    minimumTlsVersion: "TLS1_2",
    supportsHttpsTrafficOnly: true,
  },
  "Microsoft.Storage/storageAccounts/blobServices/containers": { publicAccess: "None" },
  "Microsoft.Insights/components": { DisableLocalAuth: true },
  "Microsoft.Web/sites": { httpsOnly: true },
  "Microsoft.Web/sites/basicPublishingCredentialsPolicies": { allow: false },
};

const dataTypes = [
  "Microsoft.DocumentDB/databaseAccounts",
  "Microsoft.ServiceBus/namespaces",
  "Microsoft.Storage/storageAccounts",
  "Microsoft.DurableTask/schedulers",
];

/** Doors that stand open without an identity, in any environment. */
export function openEndpoints(resources: Predicted[]): string[] {
  const wrong = Object.entries(demands).flatMap(([type, wanted]) => {
    const found = ofType(resources, type);
    if (found.length === 0) return [`there is no ${type}`];
    return found.flatMap((each) => differing(each, wanted));
  });
  return [...wrong, ...weakApps(resources)];
}

/** Data that has an address on the internet. */
export function publicData(resources: Predicted[]): string[] {
  return dataTypes.flatMap((type) => {
    const found = ofType(resources, type);
    if (found.length === 0) return [`there is no ${type}`];
    return found.flatMap((each) => differing(each, { publicNetworkAccess: "Disabled" }));
  });
}

function weakApps(resources: Predicted[]): string[] {
  const passwords = ofType(resources, "Microsoft.Web/sites/basicPublishingCredentialsPolicies");
  return ofType(resources, "Microsoft.Web/sites").flatMap((app) => {
    const config: object = Object(app.properties["siteConfig"]);
    const weak = differing(
      { ...app, properties: { ...config } },
      {
        minTlsVersion: "1.2",
        scmMinTlsVersion: "1.2",
        remoteDebuggingEnabled: false,
        // Nobody calls the worker; its triggers need no door.
        ipSecurityRestrictionsDefaultAction: app.tags?.["azd-service-name"] === "http" ? "Allow" : "Deny",
      },
    );
    const closed = passwords.filter(({ name }) => name.startsWith(`${app.name}/`)).map(ownName);
    return closed.join() === "scm" ? weak : [...weak, `${app.name} can be deployed with a password`];
  });
}

function differing({ name, properties }: Predicted, wanted: Record<string, unknown>): string[] {
  return Object.entries(wanted)
    .filter(([key, value]) => properties[key] !== value)
    .map(([key]) => `${name}: ${key} is ${JSON.stringify(properties[key])}`);
}
