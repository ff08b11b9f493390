import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { graphReadApp } from "../../local/stack/identities.ts";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf } from "./support/client.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

async function linkOf(client: Client, tenantId: string, application = "read"): Promise<string> {
  const answer = await client.post(`/tenants/${tenantId}/consent-links`, { application });
  expect(answer.status).toBe(201);
  return Object(answer.json).url;
}

/** An administrator opens the link and decides; answers where the product leads the browser in the end. */
async function decide(link: string, decision: string): Promise<{ back: string; end: string | null }> {
  const { origin, pathname, searchParams } = new URL(link);
  const page = await fetch(link);
  expect(page.status).toBe(200);
  const body = new URLSearchParams([...searchParams, ["decision", decision]]);
  const address = `${origin}${pathname}`;
  const decided = await fetch(address, { method: "POST", headers: { origin }, body, redirect: "manual" });
  const back = decided.headers.get("location") ?? "";
  return { back, end: await follow(back) };
}

async function follow(address: string): Promise<string | null> {
  const answer = await fetch(address, { redirect: "manual" });
  expect([answer.status, await answer.text()]).toEqual([303, ""]);
  return answer.headers.get("location");
}

const ends = ({ ready }: Stack, outcome: string): string => `${new URL(ready.api).origin}/consented?outcome=${outcome}`;

async function verifiesOf(stack: Stack, tenantId: string): Promise<unknown[]> {
  return (await storedOf(stack.ready, tenantId)).runs.filter(({ type }) => type === "tenant.verify");
}

test("an administrator's consent is not believed but checked, in the name of who made the link, once", async () => {
  const stack = await sharedStack();
  const admin = await clientOf(stack, "platform-admin");
  const tenant = { id: randomUUID(), name: "Birchwood Dental" };
  stack.servers.entra.control.addTenant(tenant);
  stack.servers.graph.control.putTenant(tenant);
  await stack.servers.entra.control.setConsent(tenant.id, graphReadApp.clientId, false);
  const owner = { kind: "user", id: randomUUID(), name: "Olivia Owner" };
  expect((await admin.post("/tenants", { ...tenant, timeZone: "Europe/Berlin", owner })).status).toBe(201);

  const { back, end } = await decide(await linkOf(admin, tenant.id), "accept");
  expect(end).toBe(ends(stack, "received"));
  await stack.drain();
  expect(await verifiesOf(stack, tenant.id)).toMatchObject([
    { initiator: { name: "Demo platform-admin", grantedBy: "platform" }, outcome: "succeeded" },
  ]);
  const { documents } = await storedOf(stack.ready, tenant.id);
  expect(documents.find((each) => Object(each).kind === "tenant")).toMatchObject({ state: "active" });
  // The same return once more, as a browser's back button sends it.
  expect(await follow(back)).toBe(ends(stack, "expired"));
  expect(await verifiesOf(stack, tenant.id)).toHaveLength(1);
});

test("a refusal starts nothing, though Entra sends admin_consent=True with it", async () => {
  const stack = await sharedStack();
  const owner = await clientOf(stack, "owner");
  const { id } = await aTenant(stack);
  const { back, end } = await decide(await linkOf(owner, id, "write"), "cancel");
  expect(new URL(back).searchParams.get("admin_consent")).toBe("True");
  expect(end).toBe(ends(stack, "refused"));
  expect(await verifiesOf(stack, id)).toEqual([]);
});

test("a state that is unknown, malformed or of another tenant is expired, and nothing is done", async () => {
  const stack = await sharedStack();
  const owner = await clientOf(stack, "owner");
  const [{ id }, other] = [await aTenant(stack), await aTenant(stack)];
  const api = (query: Record<string, string>) => `${stack.ready.api}/consent?${new URLSearchParams(query).toString()}`;
  const state = new URL(await linkOf(owner, id)).searchParams.get("state") ?? "";
  const returned = { admin_consent: "True", tenant: id };
  for (const query of [
    {},
    { ...returned, state: "x" },
    { ...returned, state: "A".repeat(22) },
    { ...returned, state, tenant: other.id },
  ]) {
    expect(await follow(api(query))).toBe(ends(stack, "expired"));
  }
  // The foreign tenant used the link up.
  expect(await follow(api({ ...returned, state }))).toBe(ends(stack, "expired"));
  expect([...(await verifiesOf(stack, id)), ...(await verifiesOf(stack, other.id))]).toEqual([]);
});

test("only an owner or a platform admin gets a link (P5.3)", async () => {
  const stack = await sharedStack();
  const { id } = await aTenant(stack);
  const of = async (user: string) =>
    (await (await clientOf(stack, user)).post(`/tenants/${id}/consent-links`, { application: "read" })).status;
  expect(await Promise.all(["owner", "platform-admin", "manager", "outsider"].map(of))).toEqual([201, 201, 403, 404]);
});
