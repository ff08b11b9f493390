import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import type { Stack } from "../../local/stack.ts";
import { clientWith } from "./support/client.ts";
import { sharedStack } from "./support/shared-stack.ts";

// What the portal does in a browser, without one: code and PKCE, against the addresses that the product names.

const verifier = randomUUID() + randomUUID();
const challenge = createHash("sha256").update(verifier).digest("base64url");

type SignIn = Readonly<
  Record<
    "clientId" | "scope" | "issuer" | "authorizationEndpoint" | "tokenEndpoint" | "endSessionEndpoint" | "portalUrl",
    string
  >
>;

async function signInFacts(stack: Stack): Promise<SignIn> {
  return Object((await clientWith(stack, undefined).get("/sign-in")).json);
}

function toRequest({ clientId, scope, portalUrl }: SignIn): URLSearchParams {
  return new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    response_mode: "fragment",
    redirect_uri: `${portalUrl}/signed-in`,
    scope: `${scope} openid profile offline_access`,
    state: "a-state",
    nonce: "a-nonce",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
}

/** The page's form with one person's button pressed. Answers the fragment of the way back, and the directory's cookie. */
async function pick(facts: SignIn, user: string): Promise<{ fragment: URLSearchParams; cookie: string }> {
  const body = toRequest(facts);
  body.set("user", user);
  const { origin } = new URL(facts.authorizationEndpoint);
  const answer = await fetch(facts.authorizationEndpoint, {
    method: "POST",
    headers: { origin },
    body,
    redirect: "manual",
  });
  const location = answer.headers.get("location") ?? "";
  expect(location).toContain(`${facts.portalUrl}/signed-in#`);
  return {
    fragment: new URLSearchParams(location.slice(location.indexOf("#") + 1)),
    cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "",
  };
}

async function askToken(facts: SignIn, form: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: facts.clientId, ...form });
  const headers = { origin: new URL(facts.portalUrl).origin };
  const answer = await fetch(facts.tokenEndpoint, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe(headers.origin);
  return Object(await answer.json());
}

async function signIn(facts: SignIn, user: string): Promise<{ tokens: Record<string, string>; cookie: string }> {
  const { fragment, cookie } = await pick(facts, user);
  expect(fragment.get("state")).toBe("a-state");
  const grant = {
    grant_type: "authorization_code",
    redirect_uri: `${facts.portalUrl}/signed-in`,
    code_verifier: verifier,
  };
  return { tokens: await askToken(facts, { ...grant, code: fragment.get("code") ?? "" }), cookie };
}

const me = async (stack: Stack, token: string | undefined) =>
  (await clientWith(stack, `Bearer ${token}`).get("/me")).json;

test("the product says where people sign in: on this machine, over plain http, for its own address", async () => {
  const stack = await sharedStack();
  const facts = await signInFacts(stack);
  expect(`${facts.portalUrl}/`).toBe(stack.ready.portal);
  expect(facts.issuer).toBe(`${stack.ready.entra.authority}/${facts.issuer.split("/")[3]}/v2.0`);
  for (const address of [facts.authorizationEndpoint, facts.tokenEndpoint, facts.endSessionEndpoint]) {
    expect(new URL(address).origin).toBe(stack.servers.signIn.endpoint);
  }
});

test("the sign-in page shows every demo user and what each may do", async () => {
  const facts = await signInFacts(await sharedStack());
  const html = await (await fetch(`${facts.authorizationEndpoint}?${toRequest(facts).toString()}`)).text();
  for (const { name, may } of demoUsers) {
    expect(html).toContain(`value="${name}"`);
    expect(html).toContain(may);
  }
});

test("whoever is picked there is in: the API takes the token, and a renewed one, as that person's", async () => {
  const stack = await sharedStack();
  const facts = await signInFacts(stack);
  for (const { name, id } of demoUsers) {
    const { tokens } = await signIn(facts, name);
    expect(await me(stack, tokens["access_token"])).toMatchObject({ name: `Demo ${name}`, id });
    const grant = { grant_type: "refresh_token", refresh_token: tokens["refresh_token"] ?? "" };
    const renewed = await askToken(facts, grant);
    expect(await me(stack, renewed["access_token"])).toMatchObject({ name: `Demo ${name}`, id });
  }
});

test("an ID token opens nothing in the API", async () => {
  const stack = await sharedStack();
  const { tokens } = await signIn(await signInFacts(stack), "owner");
  const answer = await clientWith(stack, `Bearer ${tokens["id_token"]}`).get("/me");
  expect(answer.status).toBe(401);
});

test("a reload signs in without a click until the person signs out, which leads back to the portal", async () => {
  const facts = await signInFacts(await sharedStack());
  const { cookie } = await signIn(facts, "operator");
  const request = toRequest(facts);
  request.set("prompt", "none");
  const reload = async (): Promise<string> => {
    const address = `${facts.authorizationEndpoint}?${request.toString()}`;
    const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
    return answer.headers.get("location") ?? "";
  };
  expect(await reload()).toContain("#code=");
  const back = `${facts.portalUrl}/signed-out`;
  const address = `${facts.endSessionEndpoint}?post_logout_redirect_uri=${encodeURIComponent(back)}`;
  const left = await fetch(address, { headers: { cookie }, redirect: "manual" });
  expect(left.headers.get("location")).toBe(back);
  expect(await reload()).toContain("#error=login_required");
});
