import { createHash, timingSafeEqual } from "node:crypto";
import { required, type TokenAnswer } from "../grants/grant.ts";
import type { BrowserApp, SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { toTokenAnswer } from "./to-token-answer.ts";

/** As RFC 6749 section 4.1.2 recommends. */
const codeMs = 10 * 60 * 1_000;

/**
 * A code lives once: whatever comes with it, it is used up. When it comes again, everything that was given for it ends
 * (RFC 6749 section 4.1.2), because one of the two callers took it from the other.
 */
export async function redeemCode(context: SignInContext, app: BrowserApp, form: URLSearchParams): Promise<TokenAnswer> {
  const issued = context.codes.get(required(form, "code"));
  if (issued?.signIn.clientId !== app.clientId) throw signInErrors.unknownGrant();
  const { signIn, redirectUri, challenge, nonce } = issued;
  if (context.used.has(issued)) {
    context.revoked.add(signIn);
    throw signInErrors.codeUsed();
  }
  context.used.add(issued);
  if (context.directory.nowMs() >= signIn.atMs + codeMs) throw signInErrors.codeExpired();
  if (form.get("redirect_uri") !== redirectUri) throw signInErrors.otherRedirect();
  if (!isProof(form.get("code_verifier") ?? "", challenge)) throw signInErrors.wrongVerifier();
  return toTokenAnswer(context, signIn, nonce);
}

function isProof(verifier: string, challenge: string): boolean {
  const found = createHash("sha256").update(verifier).digest();
  const expected = Buffer.from(challenge, "base64url");
  return found.length === expected.length && timingSafeEqual(found, expected);
}
