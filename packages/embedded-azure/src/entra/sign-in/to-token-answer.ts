import { type TokenAnswer, toAnswer } from "../grants/grant.ts";
import { toSubject } from "../grants/password.ts";
import { delegatedScope } from "../scopes.ts";
import { toLoginHint } from "./sessions.ts";
import { type SignIn, type SignInContext, secret } from "./sign-in-context.ts";

/** Of a single-page application, from its sign-in on, whatever is renewed: https://learn.microsoft.com/entra/identity-platform/refresh-tokens */
export const refreshMs = 24 * 60 * 60 * 1_000;

/** Tokens of a person, signed as all of the directory. A renewal has no nonce: it answers no sign-in. */
export async function toTokenAnswer(
  context: SignInContext,
  signIn: SignIn,
  nonce: string | undefined,
): Promise<TokenAnswer> {
  const { tokens, api, nowMs } = context.directory;
  const { user, clientId, atMs } = signIn;
  const scopes = new Set(signIn.scope.split(" "));
  const subject = toSubject(user, clientId);
  const about = { login_hint: toLoginHint(user), ...(nonce !== undefined && { nonce }) };
  return {
    ...toAnswer(context.directory, await tokens.issue(subject, api.clientId)),
    scope: `${api.identifierUri}/${delegatedScope}`,
    ...(scopes.has("openid") && { id_token: (await tokens.issueIdToken(subject, about)).token }),
    ...(scopes.has("offline_access") && {
      refresh_token: issueRefreshToken(context, signIn),
      refresh_token_expires_in: Math.floor((atMs + refreshMs - nowMs()) / 1_000),
    }),
  };
}

function issueRefreshToken({ refreshTokens }: SignInContext, signIn: SignIn): string {
  const token = secret();
  refreshTokens.set(token, { signIn });
  return token;
}
