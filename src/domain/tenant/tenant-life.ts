import type { ErrorCode } from "../error/error-codes.ts";
import { Fault } from "../error/fault.ts";
import type { Tenant } from "./tenant.ts";

/*
 * The life of a tenant (specs/009-access, AC8). Five modes:
 *
 * pending_consent  entered by its creation. Left by the first check of its permissions whose read token works, or by a
 *                  person who suspends it.
 * active           Microsoft Graph takes the tenant's sign-in.
 * attention        it refused the last one, or nobody has looked since the tenant was resumed; the reason is a code.
 *                  Left by the next run that reads anything.
 * suspended        a person stopped all work, from any of these. Left by a person: resumed, or archived.
 * archived         entered from `suspended` when no run is active. Never left; everything in it is only read.
 *
 * No end of a run leaves `suspended` or `archived`.
 */

export type TenantEvent =
  /** A run read something of the tenant. */
  | { readonly kind: "read" }
  /** The check of its permissions got a token of the reading application that works. */
  | { readonly kind: "verified" }
  | { readonly kind: "sign_in_refused"; readonly code: ErrorCode }
  | { readonly kind: "suspended"; readonly reason: string }
  /** What the last check of its permissions found, if there was one. */
  | { readonly kind: "resumed"; readonly reason: string; readonly lastCheck: SignInCheck | undefined }
  | { readonly kind: "archived"; readonly reason: string; readonly isBusy: boolean };

/** Whether the sign-in worked, and the code of why not. */
export type SignInCheck = { readonly signedIn: true } | { readonly signedIn: false; readonly code: ErrorCode };

export type Standing = Pick<Tenant, "state" | "stateReason">;

/**
 * Where a tenant stands after an event; undefined when it stands there already, or the event is none of its business.
 * What a person asked for and cannot be is a Fault: `tenant_archived`, `not_suspended`, `tenant_busy`, `conflict`.
 */
export function moveTenant(from: Standing, event: TenantEvent): Standing | undefined {
  const to = standingAfter(from, event);
  return to.state === from.state && to.stateReason === from.stateReason ? undefined : to;
}

function standingAfter(from: Standing, event: TenantEvent): Standing {
  switch (event.kind) {
    case "read":
      return isSignedInState(from) ? active : from;
    case "verified":
      return isSignedInState(from) || from.state === "pending_consent" ? active : from;
    case "sign_in_refused":
      return isSignedInState(from) ? { state: "attention", stateReason: event.code } : from;
    case "suspended":
      return suspend(from, event.reason);
    case "resumed":
      return resume(from, event.lastCheck);
    case "archived":
      return archive(from, event);
  }
}

const active: Standing = { state: "active", stateReason: null };

function isSignedInState({ state }: Standing): boolean {
  return state === "active" || state === "attention";
}

function suspend(from: Standing, reason: string): Standing {
  checkChangeable(from);
  return from.state === "suspended" ? from : { state: "suspended", stateReason: reason };
}

function resume(from: Standing, lastCheck: SignInCheck | undefined): Standing {
  checkChangeable(from);
  if (from.state !== "suspended") return from;
  if (lastCheck?.signedIn) return active;
  return { state: "attention", stateReason: lastCheck?.code ?? "not_verified" };
}

function archive(from: Standing, { reason, isBusy }: { readonly reason: string; readonly isBusy: boolean }): Standing {
  if (from.state === "archived") return from;
  checkChangeable(from);
  if (from.state !== "suspended") throw new Fault("not_suspended", "Only a suspended tenant can be archived.");
  if (isBusy) throw new Fault("tenant_busy", "A run of the tenant has not ended yet.");
  return { state: "archived", stateReason: reason };
}

/** Only a newer version knows what a state means that this one does not, and when it ends. */
function checkChangeable({ state }: Standing): void {
  if (state === "archived") throw archived();
  if (state === "unknown") {
    throw new Fault("conflict", "The tenant is in a state that this version of the product does not know.");
  }
}

/** Why no work may start in a tenant; null when it may. */
export function refusalOf({ state }: Pick<Tenant, "state">): "tenant_suspended" | "tenant_archived" | null {
  if (state === "suspended") return "tenant_suspended";
  return state === "archived" ? "tenant_archived" : null;
}

/** Fault `tenant_archived`: nothing of the tenant can be changed. */
export function checkWritable(tenant: Pick<Tenant, "state">): void {
  if (refusalOf(tenant) === "tenant_archived") throw archived();
}

/** Faults `tenant_suspended`, `tenant_archived`: nothing may start in the tenant. */
export function checkStartable(tenant: Pick<Tenant, "state">): void {
  checkWritable(tenant);
  if (refusalOf(tenant) === "tenant_suspended") {
    throw new Fault("tenant_suspended", "The tenant is suspended: nothing starts in it until somebody resumes it.");
  }
}

function archived(): Fault {
  return new Fault("tenant_archived", "The tenant is archived: it is read only.");
}
