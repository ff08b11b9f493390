import { AzureCliCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { ServiceBusClient } from "@azure/service-bus";

// The SDK waits 30 s before it connects again by default; a local broker is back within a second.
const retryOptions = { retryDelayInMs: 1000, maxRetryDelayInMs: 5000 };

/**
 * The client behind the `connection` of a trigger: from `NAME__fullyQualifiedNamespace`, with
 * `NAME__credential=managedidentity` and `NAME__clientId` or else the sign-in of the Azure CLI, or from `NAME` as a
 * connection string.
 */
export function connectServiceBus(name: string, env: Readonly<Record<string, string | undefined>>): ServiceBusClient {
  const namespace = env[`${name}__fullyQualifiedNamespace`];
  if (namespace) return new ServiceBusClient(namespace, credentialOf(name, env), { retryOptions });
  const connectionString = env[name];
  if (connectionString) return new ServiceBusClient(connectionString, { retryOptions });
  throw new Error(`The Service Bus connection "${name}" is not set: ${name}__fullyQualifiedNamespace is missing.`);
}

function credentialOf(name: string, env: Readonly<Record<string, string | undefined>>): TokenCredential {
  const kind = env[`${name}__credential`];
  const clientId = env[`${name}__clientId`];
  if (!kind) return new AzureCliCredential();
  if (kind?.toLowerCase() !== "managedidentity" || !clientId) {
    throw new Error(
      `The local host signs in to Service Bus with ${name}__credential=managedidentity and ${name}__clientId.`,
    );
  }
  return new ManagedIdentityCredential({ clientId });
}
