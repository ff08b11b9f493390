import { required, type TokenAnswer } from "../grants/grant.ts";
import type { BrowserApp, SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { refreshMs, toTokenAnswer } from "./to-token-answer.ts";

/**
 * A refresh token lives once, and no renewal makes the sign-in last longer. When one comes a second time, the whole sign-in
 * ends (RFC 9700 section 4.14.2). Entra lets the old one live on; a client that needs that would fail here first.
 */
export async function redeemRefreshToken(
  context: SignInContext,
  app: BrowserApp,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  const issued = context.refreshTokens.get(required(form, "refresh_token"));
  if (issued?.signIn.clientId !== app.clientId) throw signInErrors.unknownGrant();
  const { signIn } = issued;
  if (context.directory.nowMs() >= signIn.atMs + refreshMs) throw signInErrors.refreshExpired(signIn.atMs);
  if (context.used.has(issued)) context.revoked.add(signIn);
  if (context.revoked.has(signIn)) throw signInErrors.revoked();
  context.used.add(issued);
  return toTokenAnswer(context, signIn, undefined);
}
