import { createPublicKey } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from "jose";
import { developmentApp, developmentPassword, homeTenantId } from "../../../local/stack/identities.ts";
import type { ServedApp } from "../../../tools/soak/api/http-app-in-process.ts";

type Entra = ServedApp["servers"]["entra"];

const strangersTenantId = "11111111-2222-4333-8444-555555555555";
const stranger = await generateKeyPair("RS256");

/** Headers `Authorization` that open nothing, by what is wrong with them. `keysUrl` is where a header may say that its key lies. */
export async function badTokens(entra: Entra, keysUrl: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { token } = await entra.userToken("owner");
  const bare = {
    "of another API": (await entra.identityToken("worker", "https://storage.azure.com")).token,
    "that is an ID token": await idTokenOf(entra),
    ...(await withOtherClaims(entra, token)),
    ...(await withOtherHeader(entra, token, keysUrl)),
    ...(await withOtherSignature(entra, token, keysUrl)),
    "that is none": "no-token",
    "in two parts": token.split(".", 2).join("."),
    "in five parts": `${token}.e30.e30`,
  };
  return {
    absent: undefined,
    "without a scheme": token,
    "of another scheme": `Basic ${token}`,
    "in a doubled header": `Bearer ${token}, Bearer ${token}`,
    ...Object.fromEntries(Object.entries(bare).map(([what, each]) => [what, `Bearer ${each}`])),
  };
}

/** Signed by the issuer's own key, so that nothing but the claim is wrong. */
async function withOtherClaims({ authority, control }: Entra, token: string): Promise<Record<string, string>> {
  const claims = decodeJwt(token);
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const { exp: _exp, ...endless } = claims;
  const { oid: _oid, ...nobodys } = claims;
  const { scp: _scp, ...ofNoKind } = claims;
  const others = {
    "of another audience": { ...claims, aud: "another" },
    "for the API by its address, as tokens of version 1 have it": { ...claims, aud: "api://tenantpilot" },
    "of another issuer": { ...claims, iss: `https://login.example/${homeTenantId}/v2.0` },
    "of an issuer of version 1": { ...claims, iss: `https://sts.windows.net/${homeTenantId}/` },
    "of a tenant that may not call": {
      ...claims,
      tid: strangersTenantId,
      iss: `${authority}/${strangersTenantId}/v2.0`,
    },
    "in which one tenant speaks for another": { ...claims, tid: strangersTenantId },
    expired: { ...claims, exp: nowSeconds - 61 },
    "not yet valid": { ...claims, nbf: nowSeconds + 62 },
    "without an end": endless,
    "of nobody": nobodys,
    "of neither a person nor an application": ofNoKind,
    "of 1 MB": { ...claims, padding: "x".repeat(1_000_000) },
  };
  return signAll(others, (each) => control.signAny(each));
}

/** Signed by the issuer's own key too. */
async function withOtherHeader({ control }: Entra, token: string, url: string): Promise<Record<string, string>> {
  const headers: Record<string, Partial<JWTHeaderParameters>> = {
    "of a wrong type": { typ: "at+jwt" },
    "of the type of a proof": { typ: "dpop+jwt" },
    "whose header says where its key lies": { jku: url },
    "whose header says where its certificate lies": { x5u: url },
  };
  return signAll(headers, (header) => control.signAny(decodeJwt(token), header));
}

/** Signed by somebody else, or by nobody. */
async function withOtherSignature(
  { authority, control }: Entra,
  token: string,
  url: string,
): Promise<Record<string, string>> {
  const claims = decodeJwt(token);
  const [kid = ""] = control.keyIds();
  const [head = "", payload = "", signature = ""] = token.split(".");
  const header = decodeProtectedHeader(token);
  const own = await exportJWK(stranger.publicKey);
  const unsigned = (alg: string) => `${encoded({ ...header, alg })}.${payload}.`;
  const headers: Record<string, Partial<JWTHeaderParameters>> = {
    "of a stranger's key under the name of the issuer's": { kid },
    "whose header brings its key along": { kid, jwk: own },
    "whose header says where the stranger's key lies": { kid: "stranger", jku: url },
    "of a key that nobody knows": { kid: "stranger" },
    "of a key whose name is a path": { kid: "../../../../dev/null" },
    "of a key whose name is a query": { kid: "' OR 1=1 --\u0000" },
    "of a key without a name": {},
  };
  const signed = await signAll(headers, (each) =>
    new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "RS256", ...each }).sign(stranger.privateKey),
  );
  return {
    ...signed,
    "of the algorithm none": unsigned("none"),
    "of the algorithm nOnE": unsigned("nOnE"),
    "without a signature": `${head}.${payload}.`,
    "with its public key as a secret": await withPublicKeyAsSecret(authority, token),
    "with other claims under its signature": `${head}.${encoded({ ...claims, oid: strangersTenantId })}.${signature}`,
  };
}

/** https://www.rfc-editor.org/rfc/rfc8725#section-2.1 */
async function withPublicKeyAsSecret(authority: string, token: string): Promise<string> {
  const { keys } = Object(await (await fetch(`${authority}/common/discovery/v2.0/keys`)).json());
  const secret = createPublicKey({ key: keys[0], format: "jwk" }).export({ type: "spki", format: "pem" });
  const header = { typ: "JWT", alg: "HS256", kid: keys[0].kid };
  return new SignJWT(decodeJwt(token)).setProtectedHeader(header).sign(Buffer.from(secret));
}

async function idTokenOf({ authority }: Entra): Promise<string> {
  const form = {
    grant_type: "password",
    client_id: developmentApp.clientId,
    username: "owner",
    password: developmentPassword,
    scope: "openid api://tenantpilot/.default",
  };
  const answer = await fetch(`${authority}/${homeTenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return String(Object(await answer.json()).id_token);
}

async function signAll<T>(all: Record<string, T>, sign: (each: T) => Promise<string>): Promise<Record<string, string>> {
  const signed = Object.entries(all).map(async ([what, each]) => [what, await sign(each)] as const);
  return Object.fromEntries(await Promise.all(signed));
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
