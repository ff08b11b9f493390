import { makeGraphCredential } from "../adapters/entra/make-credential.ts";
import { makeGraphGateway } from "../adapters/graph/make-graph-gateway.ts";
import type { WorkerSettings } from "../settings.ts";
import type { Base } from "./base.ts";

export type TenantGateway = ReturnType<typeof makeTenantGateway>;

/**
 * Graph as an application, which is the reading one unless another is named, signed in to each tenant with this app's own
 * identity.
 */
export function makeTenantGateway(
  settings: WorkerSettings,
  { clock, identity, telemetry }: Base,
  appId: string = settings.GRAPH_READ_APP_ID,
) {
  const { ENTRA_AUTHORITY: authority, federationScope } = settings;
  const application = { authority, appId, identity, federationScope };
  return makeGraphGateway({
    baseUrl: settings.GRAPH_BASE_URL,
    scope: settings.graphScope,
    clock,
    telemetry,
    credentialFor: (tenantId: string) => makeGraphCredential(application, tenantId),
  });
}
