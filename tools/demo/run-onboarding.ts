import { setTimeout as pause } from "node:timers/promises";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { makeDemoTenant } from "../../local/seeds/make-demo-tenant.ts";
import { makeSubscription } from "../../local/seeds/subscriptions.ts";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import { graphReadApp, graphWriteApp } from "../../local/stack/identities.ts";
import type { Stack } from "../../local/stack.ts";
import { neededPermissions } from "../../src/domain/graph/needed-permissions.ts";
import { readinessViewSchema } from "../../src/domain/readiness/readiness-view.ts";
import { type Caller, makeCaller } from "./caller.ts";
import { giveConsent } from "./give-consent.ts";

type Say = (line: string) => void;

const customer = { id: "c3d4e5f6-1111-4222-8333-444455556666", name: "Alder & Finch Optics" };
/** What the customer's administrator left out, and what they gave besides. */
const [left, added] = ["Policy.Read.All", "Mail.ReadWrite"] as const;

/** How a customer comes in: everything goes through HTTP, but for what the customer does in a directory of their own. */
export async function runOnboarding(stack: Stack, say: Say): Promise<void> {
  await appear(stack);
  say(`A new customer has a directory: ${customer.name} (${customer.id}), who has consented to nothing yet`);
  const engineer = await makeCaller(stack.ready, "platform-admin");
  const owner = await makeCaller(stack.ready, "owner");
  const tenant = `/tenants/${customer.id}`;

  await engineer.call("POST", "/tenants", {
    id: customer.id,
    name: customer.name,
    timeZone: "Europe/Berlin",
    labels: ["optics"],
    owner: { kind: "user", id: idOf("owner"), name: "Demo owner" },
  });
  say("An engineer of the platform adds the tenant; its first owner is Demo owner, and it waits for consent");

  const { url } = Object(await owner.call("POST", `${tenant}/consent-links`, { application: "read" }));
  const outcome = await giveConsent(String(url));
  say(`The owner sends a link; the customer's administrator opens it and accepts: ${outcome}`);

  await sayReadiness(owner, tenant, say);
  await giveRoles(owner, tenant, say);
  await sync(owner, tenant, say);
  await refuse(stack, tenant, say);
  await proveAudit(owner, tenant, say);
}

function idOf(user: string): string {
  return demoUsers.find(({ name }) => name === user)?.id ?? "";
}

/** The customer's own directory, with objects and a licence; its administrator grants one permission less and one more. */
async function appear({ servers: { entra, graph } }: Stack): Promise<void> {
  entra.control.addTenant(customer);
  graph.control.putTenant(customer);
  const content = [...makeDemoTenant(77), makeSubscription(customer.id)];
  for (const [path, seeded] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    const objects = seeded.map(({ object }) => object);
    graph.control.putObjects(customer.id, path, objects);
  }
  for (const { clientId } of [graphReadApp, graphWriteApp])
    await entra.control.setConsent(customer.id, clientId, false);
  const asked = neededPermissions(contracts, "global").read;
  const granted = [...asked.filter((name) => name !== left), added];
  await entra.control.setGranted(customer.id, graphReadApp.clientId, granted);
}

async function sayReadiness(owner: Caller, tenant: string, say: Say): Promise<void> {
  const read = async () => readinessViewSchema.parse(await owner.call("GET", `${tenant}/readiness`));
  let readiness = await read();
  for (const until = Date.now() + 30_000; readiness.running !== null || readiness.asOf === null; ) {
    if (Date.now() > until) throw new Error("The check of the tenant did not end within 30 s.");
    await pause(100);
    readiness = await read();
  }
  const [reading] = readiness.applications;
  if (!reading?.consented) throw new Error("The check found no consent.");
  say(`The consent started a check: ${reading.granted.length} permissions are granted, Intune is ${readiness.intune}`);
  for (const { permission, serves } of reading.missing)
    say(`  missing:   ${permission}, needed for ${serves.join(", ")}`);
  for (const { permission } of reading.excess) say(`  in excess: ${permission}, which nothing needs`);
  const names = [...reading.missing, ...reading.excess].map(({ permission }) => permission);
  if (names.join() !== [left, added].join()) throw new Error(`The check named ${names.join(", ")}.`);
}

async function giveRoles(owner: Caller, tenant: string, say: Say): Promise<void> {
  for (const [user, role] of [
    ["operator", "operator"],
    ["reader", "reader"],
  ] as const) {
    const body = { kind: "user", name: `Demo ${user}`, role };
    await owner.call("PUT", `${tenant}/members/${idOf(user)}`, body);
    say(`Demo ${user} is a member now, as ${role}`);
  }
}

async function sync(owner: Caller, tenant: string, say: Say): Promise<void> {
  await owner.follow(tenant, await owner.call("POST", `${tenant}/directory/sync`, {}));
  const { items, asOf } = Object(await owner.call("GET", `${tenant}/groups?limit=3`));
  const names = items.map(({ name }: { name: string }) => name);
  say(`The groups of the customer are read, as of ${asOf}: ${names.join(", ")} and others`);
}

async function refuse({ ready }: Stack, tenant: string, say: Say): Promise<void> {
  const reader = await makeCaller(ready, "reader");
  const refusal = await reader.call("POST", `${tenant}/snapshots`, {}).catch((error: unknown) => error);
  if (!(refusal instanceof Error)) throw new Error("The reader took a snapshot.");
  say(`Demo reader tries to take a snapshot and is refused: ${refusal.message}`);
}

async function proveAudit(owner: Caller, tenant: string, say: Say): Promise<void> {
  const lines = (await owner.text(`${tenant}/audit.ndjson`)).split("\n").filter((line) => line !== "");
  const actions = new Set(lines.map((line) => String(Object(JSON.parse(line)).action)));
  if (!actions.has("tenant.created")) throw new Error("The audit does not say who made the tenant.");
  say(`The audit is exported: ${lines.length} entries, among them ${[...actions].slice(0, 4).join(", ")}`);
  const run = await owner.follow(tenant, await owner.call("POST", `${tenant}/audit/verify`, {}));
  say(`It is verified: ${run.outcome}; nothing was changed, removed or added by anybody but the product`);
}
