import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { makeAuthenticate } from "../../../src/adapters/entra/make-authenticate.ts";
import { aClock } from "../../builders/a-clock.ts";

export const homeTenantId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";
export const otherTenantId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a002";
const audience = "api-client-id";
const objectId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a003";

// Keys are slow to make and are no part of what is tested.
const [firstPair, secondPair] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);

/** Claims of a token; one that is undefined is left out. */
export type Claims = { readonly [name in keyof JWTPayload]: JWTPayload[name] | undefined };

type Answer = { readonly status: number; readonly type?: string; readonly text?: string };

/** An authority whose key endpoint answers as the test says, and a product that believes it. */
export async function anIssuer() {
  const clock = aClock();
  const keys = new Map([["first", firstPair]]);
  const published = new Set(["first"]);
  let answer: Answer | undefined;
  let reads = 0;
  const keySet = async (): Promise<string> => {
    const shown = [...keys].filter(([kid]) => published.has(kid));
    return JSON.stringify({
      keys: await Promise.all(shown.map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid }))),
    });
  };
  const server = createServer((_request, response) => {
    reads += 1;
    const { status, type = "application/json", text = keySet() } = answer ?? { status: 200 };
    void Promise.resolve(text).then((body) => response.writeHead(status, { "content-type": type }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has an address.");
  const authority = `http://127.0.0.1:${address.port}`;
  const now = (): number => Math.floor(clock.nowMs() / 1_000);

  /** A person's access token, with some claims otherwise. */
  const tokenOf = (claims: Claims = {}, kid = "first", header: Claims = {}): Promise<string> => {
    const usual = { tid: homeTenantId, oid: objectId, iss: `${authority}/${homeTenantId}/v2.0`, aud: audience };
    const times = { iat: now(), nbf: now(), exp: now() + 3_600 };
    const privateKey = keys.get(kid)?.privateKey;
    if (!privateKey) throw new Error(`There is no key ${kid}.`);
    const payload: Claims = { ...usual, ...times, scp: "access_as_user", name: "Olivia", ...claims };
    return new SignJWT(JSON.parse(JSON.stringify(payload)))
      .setProtectedHeader({ alg: "RS256", ...JSON.parse(JSON.stringify({ typ: "JWT", kid, ...header })) })
      .sign(privateKey);
  };
  const homes = { allowedTenants: [homeTenantId, otherTenantId], platformTenants: [homeTenantId] };
  const authenticate = makeAuthenticate({ authority, audience, ...homes, nowMs: () => clock.nowMs() });
  return {
    authority,
    clock,
    now,
    tokenOf,
    authenticate: async (token: string) => authenticate(`Bearer ${token}`),
    authenticateHeader: authenticate,
    /** The key endpoint answers so from now on; undefined is as it should. */
    answerKeys: (next: Answer | undefined) => {
      answer = next;
    },
    /** Signs with the issuer's second pair from now on. */
    addKey: (kid: string) => {
      keys.set(kid, secondPair);
      published.add(kid);
    },
    withdrawKey: (kid: string) => published.delete(kid),
    /** How often somebody read the keys. */
    reads: () => reads,
    close: () => server.close(),
  };
}

export type Issuer = Awaited<ReturnType<typeof anIssuer>>;
