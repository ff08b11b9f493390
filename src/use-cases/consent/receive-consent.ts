import type { Clock } from "../../domain/clock/clock.ts";
import { type ConsentOutcome, isPossibleState } from "../../domain/consent/consent-link.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { VerifyRequest } from "../readiness/start-verify.ts";

export type ReceiveDeps = {
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  readonly startVerify: (request: VerifyRequest) => Promise<unknown>;
};

/** What Entra sends with the browser that it brings back. `admin_consent` is not among it: it comes with a refusal too. */
export type ConsentReturn = {
  readonly state: string;
  readonly tenant: string;
  readonly error: string | undefined;
} & Pick<VerifyRequest, "correlationId" | "traceparent">;

/**
 * Somebody comes back from a page of consent. The link that the state names is used up first; what came back is not believed
 * either, so the check of the tenant starts in the name of who made the link. A state that is unknown, used or too old, or
 * of another tenant, is `expired`, and nothing is done.
 */
export async function receiveConsent(deps: ReceiveDeps, returned: ConsentReturn): Promise<ConsentOutcome> {
  if (!isPossibleState(returned.state)) return "expired";
  const link = await deps.storesFor(openTenantScope(platformId, "aggregated")).consents.take(returned.state);
  if (!link || Date.parse(link.expiresAt) <= deps.clock.nowMs()) return "expired";
  if (link.customerId !== returned.tenant.toLowerCase()) return "expired";
  if (returned.error !== undefined) return "refused";
  const scope = openTenantScope(link.customerId, "authorised");
  const { correlationId, traceparent } = returned;
  const grantedBy = link.grantedBy ?? (link.byPlatform ? "platform" : undefined);
  try {
    await deps.startVerify({ scope, initiator: link.maker, grantedBy, correlationId, traceparent });
  } catch (error) {
    // Consent was received all the same, and who gave it can do nothing about the rest: it is checked by hand.
    if (!(error instanceof Fault)) throw error;
  }
  return "received";
}
