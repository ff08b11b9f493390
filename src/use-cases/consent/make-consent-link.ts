import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type ConsentApplication, consentLinkMs } from "../../domain/consent/consent-link.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Grant } from "../../domain/tenant/grant.ts";
import { openTenantScope, platformId, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** Where administrators consent, and to what. */
export type ConsentFacts = {
  /** Where people sign in, without trailing slash. */
  readonly endpoint: string;
  /** Application ids; undefined while the deployment names none. */
  readonly appIds: Readonly<Record<ConsentApplication, string | undefined>>;
  /** Of all permissions of Microsoft Graph that the registration asks for. */
  readonly scope: string;
  /** Registered on both applications. */
  readonly redirectUri: string;
};

export type LinkDeps = {
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  readonly newState: () => string;
  readonly facts: ConsentFacts;
};

export type LinkRequest = {
  readonly application: ConsentApplication;
  readonly maker: Initiator;
  readonly grantedBy: Grant;
};

/**
 * A link by which an administrator of the tenant consents to an application, for one hour and once. Fault
 * `application_missing` while the deployment names no such application.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export async function makeConsentLink(
  { storesFor, clock, newState, facts }: LinkDeps,
  { tenantId }: TenantScope,
  request: LinkRequest,
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  const appId = facts.appIds[request.application];
  if (appId === undefined) {
    const name = request.application === "read" ? "GRAPH_READ_APP_ID" : "GRAPH_WRITE_APP_ID";
    throw new Fault("application_missing", `The http app has no setting ${name}.`, { target: name });
  }
  const state = newState();
  const byPlatform = request.grantedBy === "platform";
  const expiresAt = isoTime(clock.nowMs() + consentLinkMs);
  const platform = storesFor(openTenantScope(platformId, "authorised"));
  await platform.consents.create({ ...request, byPlatform, state, customerId: tenantId, expiresAt });
  const { endpoint, scope, redirectUri } = facts;
  const query = new URLSearchParams({ client_id: appId, scope, redirect_uri: redirectUri, state });
  return { url: `${endpoint}/${tenantId}/v2.0/adminconsent?${query.toString()}`, expiresAt };
}
