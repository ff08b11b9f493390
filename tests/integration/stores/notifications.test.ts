import { expect, it } from "vitest";
import { runQueued } from "../../../src/domain/operation-run/events.ts";
import { openTenantScope, type TenantId, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aRun, operator } from "../../builders/a-run.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const timeAt = (second: number): string =>
  new Date(Date.parse("2026-03-01T08:00:00.000Z") + second * 1_000).toISOString();
const aPerson = () => ({ ...operator, id: crypto.randomUUID() });
const otherTenant = (): TenantId => tenantIdSchema.parse(crypto.randomUUID());

/** Tells somebody that runs are queued: one a second, from the first on. */
async function tell(person: ReturnType<typeof aPerson>, count: number, tenantId = its.scope.tenantId): Promise<void> {
  const { storesFor, newId } = its.product;
  for (let second = 0; second < count; second += 1) {
    const input = { types: [`t${second}`], label: null };
    const run = aRun({ id: newId(), tenantId, initiator: person, input, activeKey: newId() });
    const records = runQueued(run, { actor: person, at: timeAt(second), newId });
    await storesFor(openTenantScope(tenantId, "run")).runs.create(run, records);
  }
}

const unreadOf = (person: { id: string }) => its.product.aggregation.unreadOf(person.id);

it("S3 the unread of a person are counted in all tenants, and nobody else's", async () => {
  const [person, somebody] = [aPerson(), aPerson()];
  await tell(person, 2);
  await tell(person, 1, otherTenant());
  await tell(somebody, 1);
  expect(await unreadOf(person)).toEqual({ count: 3, more: false });
  expect(await unreadOf(aPerson())).toEqual({ count: 0, more: false });
});

it("unread are counted to 100 and no further", async () => {
  const person = aPerson();
  await tell(person, 101);
  expect(await unreadOf(person)).toEqual({ count: 100, more: true });
});

it("S3 a person's notifications are read up to a time, in all tenants; later ones and those of others are not", async () => {
  const [person, somebody] = [aPerson(), aPerson()];
  await tell(person, 3);
  await tell(person, 2, otherTenant());
  await tell(somebody, 1);
  await its.product.aggregation.markReadUpTo(person.id, timeAt(1), timeAt(60));
  expect(await unreadOf(person)).toEqual({ count: 1, more: false });
  expect(await unreadOf(somebody)).toEqual({ count: 1, more: false });
  const { items } = await its.product.aggregation.notificationsOf(person.id, { limit: 10, page: null });
  expect(items.map(({ createdAt, readAt }) => [createdAt, readAt])).toEqual([
    [timeAt(2), null],
    [timeAt(1), timeAt(60)],
    [timeAt(1), timeAt(60)],
    [timeAt(0), timeAt(60)],
    [timeAt(0), timeAt(60)],
  ]);
});

it("a notification that was read stays read since then, whoever marks it again", async () => {
  const person = aPerson();
  await tell(person, 1);
  const { aggregation } = its.product;
  await aggregation.markReadUpTo(person.id, timeAt(9), timeAt(60));
  await aggregation.markReadUpTo(person.id, timeAt(9), timeAt(70));
  const { items } = await aggregation.notificationsOf(person.id, { limit: 10, page: null });
  expect(items.map(({ readAt }) => readAt)).toEqual([timeAt(60)]);
});
