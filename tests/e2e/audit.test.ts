import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { expect, test, vi } from "vitest";
import type { Stack } from "../../local/stack.ts";
import { clientOf, clientWith } from "./support/client.ts";
import { ended } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { alterStored } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

/** Somebody whom no other test is: of what one caller is refused in a minute the first is noted alone. */
async function somebody(stack: Stack) {
  const id = randomUUID();
  const claims = { ...decodeJwt(await stack.tokenFor("reader")), oid: id, sub: id };
  return { id, client: clientWith(stack, `Bearer ${await stack.servers.entra.control.signAny(claims)}`) };
}

test("who did what is listed with filters, exported, and kept from those without the right (P6.4)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}`;
  await owner.post(`${path}/graph/pause`);
  await owner.post(`${path}/graph/resume`);
  const reader = await somebody(stack);
  expect((await reader.client.get(`${path}/audit`)).status).toBe(404);
  await owner.put(`${path}/members/${reader.id}`, { kind: "user", name: "A reader", role: "reader" });
  expect((await reader.client.get(`${path}/audit`)).status).toBe(403);

  const actions = async (query = "") =>
    [Object((await owner.get(`${path}/audit${query}`)).json).items]
      .flat()
      .map(({ action, target, digest }) => ({ action, target, digest }));
  const refused = { action: "access.refused", target: tenant.id, digest: null };
  const added = { action: "member.added", target: reader.id, digest: null };
  const resumed = { action: "graph.resumed", target: tenant.id, digest: null };
  // The refused attempt is written beside its answer.
  await vi.waitFor(async () => expect(await actions("?limit=2")).toEqual([refused, added]), { timeout: 10_000 });
  expect(await actions("?action=graph.resumed")).toEqual([resumed]);
  expect(await actions("?actor=nobody")).toEqual([]);
  expect(await actions("?to=2020-01-01T00:00:00Z")).toEqual([]);

  await stack.apps.worker.run("audit");
  expect(await actions("?action=graph.resumed")).toEqual([{ ...resumed, digest: 1 }]);
  const csv = await fetch(`${stack.ready.api}${path}/audit.csv?action=graph.resumed`, {
    headers: { authorization: `Bearer ${await stack.tokenFor("owner")}` },
  });
  expect(await csv.text()).toMatch(
    /^at,actorKind,actorId,actorName,action,target,before,after,digest,id\r\n[^\r]+,graph\.resumed,[^\r]+,1,audit-\w+\r\n$/,
  );
  const ndjson = await fetch(`${stack.ready.api}${path}/audit.ndjson`, {
    headers: { authorization: `Bearer ${await stack.tokenFor("owner")}` },
  });
  expect(ndjson.headers.get("link")).toBeNull();
  expect(
    (await ndjson.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).action),
  ).toContain("graph.paused");
});

test("who asks for a tenant that is not there for them is noted on the platform, with the tenant asked for", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  // Of what one caller is refused in a minute the first is noted: nobody else is this one.
  const oid = randomUUID();
  const claims = decodeJwt(await stack.tokenFor("outsider"));
  const token = await stack.servers.entra.control.signAny({ ...claims, oid, sub: oid });
  expect((await clientWith(stack, `Bearer ${token}`).get(`/tenants/${tenant.id}/audit`)).status).toBe(404);
  const platform = await clientOf(stack, "platform-admin");
  const noted = async () => Object((await platform.get(`/platform/audit?actor=${oid}`)).json).items;
  const refused = {
    action: "access.refused",
    target: tenant.id,
    after: expect.objectContaining({ code: "not_found" }),
  };
  await vi.waitFor(async () => expect(await noted()).toEqual([expect.objectContaining(refused)]), { timeout: 10_000 });
});

test("an owner has the audit proven as a run, which says up to where; a changed entry is named", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}`;
  await owner.post(`${path}/graph/pause`);
  await stack.apps.worker.run("audit");
  const { items } = Object((await owner.get(`${path}/audit`)).json);
  const verified = async () => {
    const { id } = Object((await owner.post(`${path}/audit/verify`)).json);
    return ended(owner, tenant.id, id, 60_000);
  };
  expect(await verified()).toMatchObject({
    type: "audit.verify",
    outcome: "succeeded",
    result: { audit: { digests: 1, entries: 1, upTo: { id: items[0].id }, found: 0 } },
  });
  await alterStored(stack.ready, tenant.id, items[0].id, { target: "another" });
  expect(await verified()).toMatchObject({
    outcome: "failed",
    failures: [{ code: "audit_entry_changed", target: items[0].id }],
    result: { audit: { found: 1 } },
  });
  const manager = await clientOf(stack, "manager");
  expect((await manager.post(`${path}/audit/verify`)).status).toBe(403);
});
