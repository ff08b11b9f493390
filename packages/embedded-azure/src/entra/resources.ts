import { apiApp, federationAudiences, graphAudiences } from "./identities.ts";

const knownResources = [
  "https://cosmos.azure.com",
  "https://servicebus.azure.net",
  "https://storage.azure.com",
  "https://monitor.azure.com",
  ...graphAudiences,
  apiApp.identifierUri,
  ...federationAudiences,
];

/** The resource as the claim `aud` names it, or undefined when nobody in this directory answers to it. */
export function toAudience(resource: string): string | undefined {
  const name = resource.replace(/\/+$/, "");
  if (name === apiApp.clientId) return apiApp.identifierUri;
  if (knownResources.includes(name)) return name;
  // The Cosmos client asks for the account's own address before it asks for the service's.
  return /^https:\/\/(localhost|127\.0\.0\.1):\d+$/.test(name) ? name : undefined;
}
