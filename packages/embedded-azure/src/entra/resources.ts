import type { DirectoryApi } from "./directory.ts";

/** Microsoft Graph of each cloud: https://learn.microsoft.com/graph/deployments */
export const graphAudiences = [
  "https://graph.microsoft.com",
  "https://graph.microsoft.us",
  "https://dod-graph.microsoft.us",
  "https://microsoftgraph.chinacloudapi.cn",
];

/** What a managed identity's token is asked for when it stands in for an application's secret, by cloud. */
export const federationAudience = "api://AzureADTokenExchange";
export const federationAudiences = ["", "USGov", "China"].map((cloud) => federationAudience + cloud);

const microsoftResources = [
  "https://cosmos.azure.com",
  "https://servicebus.azure.net",
  "https://storage.azure.com",
  "https://monitor.azure.com",
  ...graphAudiences,
  ...federationAudiences,
];

/** The resource as the claim `aud` names it, or undefined when nobody in this directory answers to it. */
export function toAudience(resource: string, { clientId, identifierUri }: DirectoryApi): string | undefined {
  const name = resource.replace(/\/+$/, "");
  // Tokens of version 2 name the registration by its client id, whatever it was asked for by.
  if (name === clientId || name === identifierUri) return clientId;
  if (microsoftResources.includes(name)) return name;
  // The Cosmos client asks for the account's own address before it asks for the service's.
  return /^https:\/\/(localhost|127\.0\.0\.1):\d+$/.test(name) ? name : undefined;
}
