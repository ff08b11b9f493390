import type { IncomingMessage } from "node:http";
import { EntraError, entraErrors, toErrorBody } from "../entra-error.ts";
import { requireApp, required, type TokenAnswer } from "../grants/grant.ts";
import { readForm } from "../read-form.ts";
import type { HttpAnswer } from "./answer.ts";
import { redeemCode } from "./redeem-code.ts";
import { redeemRefreshToken } from "./redeem-refresh-token.ts";
import { isBrowserApp, originOf, type SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";

/** Tokens for a code or a refresh token. Only pages of a registered application's origin may ask and read the answer. */
export async function answerToken(
  context: SignInContext,
  tenant: string,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  const headers = crossOriginHeaders(context, request.headers.origin);
  if (request.method === "OPTIONS") return { status: 204, headers, body: "" };
  try {
    return toJson(200, headers, await redeem(context, tenant, request));
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const body = toErrorBody(error, crypto.randomUUID(), context.directory.nowMs());
    return toJson(error.status, headers, body);
  }
}

async function redeem(context: SignInContext, tenant: string, request: IncomingMessage): Promise<TokenAnswer> {
  const { directory } = context;
  if (request.method !== "POST") throw entraErrors.wrongMethod();
  const { origin } = request.headers;
  if (origin === undefined) throw signInErrors.noOrigin();
  const form = await readForm(request);
  if (!form) throw entraErrors.missingParameter("grant_type");
  const failure = directory.takeFailure();
  if (failure) throw entraErrors.outage(failure);
  const app = requireApp(directory, tenant, required(form, "client_id"));
  if (!isBrowserApp(app) || originOf(app) !== origin) throw signInErrors.foreignOrigin(origin);
  const grantType = required(form, "grant_type");
  switch (grantType) {
    case "authorization_code":
      directory.count("token by authorization_code");
      return redeemCode(context, app, form);
    case "refresh_token":
      directory.count("token by refresh_token");
      return redeemRefreshToken(context, app, form);
    default:
      throw entraErrors.unsupportedGrant(grantType);
  }
}

function crossOriginHeaders({ directory }: SignInContext, origin: string | undefined): Record<string, string> {
  const isRegistered = [...directory.apps.values()].filter(isBrowserApp).some((app) => originOf(app) === origin);
  if (origin === undefined || !isRegistered) return { vary: "origin" };
  return {
    vary: "origin",
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
  };
}

function toJson(status: number, headers: Readonly<Record<string, string>>, body: TokenAnswer): HttpAnswer {
  const own = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return { status, headers: { ...headers, ...own }, body: JSON.stringify(body) };
}
