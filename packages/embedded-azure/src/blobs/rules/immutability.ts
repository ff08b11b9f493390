import { storageErrors } from "./storage-error.ts";

/** Time-based retention of one version: an unlocked policy may be changed at will, a locked one only extended. */
export type Policy = { readonly untilMs: number; readonly mode: "unlocked" | "locked" };

/** The default policy of an account: days from the making of a version. */
export type Retention = { readonly days: number; readonly mode: Policy["mode"] };

const dayMs = 86_400_000;

export function toPolicy(retention: Retention | undefined, madeMs: number): Policy | undefined {
  return retention && { untilMs: madeMs + retention.days * dayMs, mode: retention.mode };
}

function isProtected(version: { readonly policy?: Policy | undefined }, nowMs: number): boolean {
  return version.policy !== undefined && version.policy.untilMs > nowMs;
}

/** Deleting or altering a version. An overwrite is neither: it makes another version. */
export function requireAlterable(version: { readonly policy?: Policy | undefined }, nowMs: number): void {
  if (isProtected(version, nowMs)) throw storageErrors.immutable();
}

/** A policy that is locked stays locked and only moves later, also after its time has passed. */
export function requireChange(present: Policy | undefined, wanted: Policy): void {
  if (present?.mode !== "locked") return;
  if (wanted.mode !== "locked" || wanted.untilMs < present.untilMs) throw storageErrors.immutable();
}

export function requireRemovable(present: Policy | undefined): void {
  if (present?.mode === "locked") throw storageErrors.immutable();
}
