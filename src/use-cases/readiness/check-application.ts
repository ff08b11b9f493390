import type { Fault } from "../../domain/error/fault.ts";
import { comparePermissions, type Wanted } from "../../domain/readiness/compare-permissions.ts";
import type { ApplicationKind, ApplicationReadiness } from "../../domain/readiness/readiness.ts";
import { unlessRefused } from "./unless-refused.ts";

/**
 * Signs in as an application and says what it is granted; undefined where its token does not say. Null: the deployment
 * names no such application.
 */
export type SignIn = ((signal: AbortSignal) => Promise<readonly string[] | undefined>) | null;

export type CheckedApplication = {
  readonly application: ApplicationReadiness;
  /** Why the tenant refused the sign-in; undefined when it did not. */
  readonly refused: Fault | undefined;
  /** Whether the token says what it is granted. */
  readonly isKnown: boolean;
};

/** Whether an administrator consented to an application, and to what. A token service that does not answer is thrown. */
export async function checkApplication(
  kind: ApplicationKind,
  signIn: SignIn,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<CheckedApplication> {
  const none = { kind, consented: false, code: null, granted: [], missing: [], excess: [] };
  if (signIn === null) return { application: none, refused: undefined, isKnown: true };
  const answer = await unlessRefused(() => signIn(signal), signal);
  if ("value" in answer) {
    const { value } = answer;
    const compared = value ? comparePermissions(value, wanted) : {};
    return { application: { ...none, consented: true, ...compared }, refused: undefined, isKnown: value !== undefined };
  }
  // Nobody knows then whether there is consent.
  if (answer.fault.mayRetry) throw answer.fault;
  return { application: { ...none, code: answer.code }, refused: answer.fault, isKnown: true };
}
