import { describe, expect, it } from "vitest";
import { idempotencyOf } from "../../../src/domain/operation-run/idempotency.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;

inAWorld((its) => {
  ({ world, tenant } = its);
});

const key = (name: string, body: object = {}, caller: string = operator.id) => ({
  idempotency: idempotencyOf(caller, name, body),
});

describe("an idempotency key", () => {
  it("gives the same run again, also after it has ended", async () => {
    const first = await tenant.start(key("a"));
    expect(await tenant.start(key("a"))).toMatchObject({ reused: true, run: { id: first.run.id } });
    await tenant.cancel(first.run);
    expect(await tenant.start(key("a"))).toMatchObject({ reused: true, run: { id: first.run.id } });
    expect((await tenant.start(key("b"))).run.id).not.toBe(first.run.id);
  });

  it("an idempotency key with another body is refused", async () => {
    await tenant.start(key("a", { label: "one" }));
    const other = tenant.start(key("a", { label: "two" }));
    await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
  });

  it("an idempotency key of another caller is another key", async () => {
    const first = await tenant.start(key("a"));
    await tenant.cancel(first.run);
    expect((await tenant.start(key("a", {}, "somebody else"))).run.id).not.toBe(first.run.id);
  });

  it("stands for the run that its start joined", async () => {
    const first = await tenant.start();
    await tenant.start(key("a"));
    await tenant.cancel(first.run);
    expect(await tenant.start(key("a"))).toMatchObject({ reused: true, run: { id: first.run.id } });
  });

  it("is written in the transaction that creates the run, and expires after a day (runs.md 1)", async () => {
    const { run } = await tenant.start(key("a"));
    expect(await tenant.documentsOf("idempotency")).toMatchObject([{ runId: run.id, ttl: 86_400 }]);
  });

  it("is not kept by a start that could not be sent (runs.md 2)", async () => {
    world.product.bus.control.rejectSends("operations", 1);
    await expect(tenant.start(key("a"))).rejects.toMatchObject({ code: "dispatch_failed" });
    const second = await tenant.start(key("a"));
    expect(second).toMatchObject({ reused: false, run: { status: "queued" } });
    expect(await tenant.start(key("a"))).toMatchObject({ reused: true, run: { id: second.run.id } });
  });

  it("an idempotency key used twenty times at once makes one run, and with two bodies one of them", async () => {
    const same = await Promise.all(Array.from({ length: 20 }, () => tenant.start(key("a"))));
    expect(new Set(same.map(({ run }) => run.id)).size).toBe(1);
    const two = await Promise.allSettled([
      tenant.start({ ...key("b", { types: 1 }), objectTypes: ["group"] }),
      tenant.start({ ...key("b", { types: 2 }), objectTypes: ["roleScopeTag"] }),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
