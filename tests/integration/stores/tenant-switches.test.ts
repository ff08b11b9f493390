import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { openSwitches } from "../../../src/domain/capability/limits.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { changeSwitches, type SwitchChange } from "../../../src/use-cases/tenant/change-switches.ts";
import { aClock } from "../../builders/a-clock.ts";
import { operator } from "../../builders/a-run.ts";
import { aProduct, type Part, type Product } from "../a-product.ts";

let product: Product;
let scope: TenantScope;

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());
beforeEach(() => {
  scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "authorised");
});

function change(part: Pick<Part, "storesFor">, given: SwitchChange["changes"], seen: SwitchChange["ifMatch"]) {
  const deps = { storesFor: part.storesFor, clock: aClock(), newId: product.newId, contracts };
  return changeSwitches(deps, scope, { changes: given, ifMatch: seen, actor: operator });
}

const switches = () => product.storesFor(scope).tenant.switches();

async function auditOf() {
  const query = "SELECT * FROM c WHERE c.kind = 'audit'";
  const options = { partitionKey: scope.tenantId };
  return (await product.cosmos.tenantData.items.query(query, options).fetchAll()).resources;
}

describe("the switches of a tenant", () => {
  it("the switches of a tenant are open until somebody changes them", async () => {
    expect((await switches()).switches).toEqual(openSwitches);
  });

  it("the switches of a tenant are changed with an audit entry of what changed of them, in one transaction (P6.4)", async () => {
    const { version } = await switches();
    const first = await change(product, { withheld: ["deviceCategory"] }, [version]);
    await change(product, { mostRestore: "none" }, [first.version]);
    const one = { ...openSwitches, withheld: ["deviceCategory"] };
    const two = { ...one, mostRestore: "none" };
    expect((await switches()).switches).toEqual(two);
    const entries = (await auditOf()).map(({ action, target, actor, before, after }) => [
      action,
      target,
      actor.id,
      before,
      after,
    ]);
    expect(entries).toEqual(
      expect.arrayContaining([
        ["setting.changed", "capabilities", operator.id, { withheld: [] }, { withheld: ["deviceCategory"] }],
        ["setting.changed", "capabilities", operator.id, { mostRestore: "enabled" }, { mostRestore: "none" }],
      ]),
    );
    expect(entries).toHaveLength(2);
  });

  it("the switches of a tenant are changed by whoever has seen one of the versions, or takes any, and by nobody else (RFC 9110 13.1.1)", async () => {
    const { version } = await switches();
    const first = await change(product, { withheld: ["deviceCategory"] }, ['"another"', version]);
    const stale = change(product, { mostRestore: "none" }, [version]);
    await expect(stale).rejects.toMatchObject({ code: "precondition_failed" });
    await expect(change(product, { mostRestore: "none" }, [])).rejects.toMatchObject({ code: "precondition_failed" });
    const any = await change(product, { mostRestore: "none" }, "*");
    expect(any.switches).toEqual({ ...first.switches, mostRestore: "none" });
  });

  it("the switches of a tenant are all changed when many take any version at once: each change is on top of another", async () => {
    const parts = [product, product.another(), product.another()];
    const changes: SwitchChange["changes"][] = [{ withheld: ["deviceCategory"] }, { mostRestore: "none" }, {}];
    await Promise.all(parts.map((part, n) => change(part, changes[n] ?? {}, "*")));
    expect((await switches()).switches).toMatchObject({ withheld: ["deviceCategory"], mostRestore: "none" });
  });

  it("the switches of a tenant change once when many owners change them at once: the others are told to read again, and nothing of them is kept", async () => {
    for (const types of [
      ["deviceCategory", "roleScopeTag"],
      ["assignmentFilter", "policySet"],
    ]) {
      const { version } = await switches();
      const before = (await auditOf()).length;
      const parts = [product, product.another(), product.another(), product.another()];
      const tries = await Promise.allSettled(
        parts.map((part, n) => change(part, { withheld: types.slice(n % 2) }, [version])),
      );
      const won = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      expect(won).toHaveLength(1);
      const lost = tries.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
      expect(lost).toEqual(Array.from({ length: 3 }, () => "precondition_failed"));
      expect(await switches()).toEqual(won[0]);
      expect(await auditOf()).toHaveLength(before + 1);
    }
  });

  it("switches that are as wanted already are not written and not audited again", async () => {
    const { version } = await switches();
    const after = await change(product, { withheld: ["policySet", "deviceCategory", "policySet"] }, [version]);
    expect(after.switches.withheld).toEqual(["deviceCategory", "policySet"]);
    expect(await change(product, { withheld: ["deviceCategory", "policySet"] }, [after.version])).toEqual(after);
    expect(await auditOf()).toHaveLength(1);
  });

  it("the switches of a tenant name known types only, and enable only what is of high risk", async () => {
    const { version } = await switches();
    await expect(change(product, { withheld: ["nothing"] }, [version])).rejects.toMatchObject({
      code: "unknown_object_type",
    });
    await expect(change(product, { highRiskEnabled: ["deviceCategory"] }, [version])).rejects.toMatchObject({
      code: "not_high_risk",
    });
    expect(await auditOf()).toEqual([]);
  });

  it("the switches of one tenant are none of another's (P5.1)", async () => {
    await change(product, { withheld: ["deviceCategory"] }, [(await switches()).version]);
    scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "authorised");
    expect((await switches()).switches).toEqual(openSwitches);
  });
});
