import { expect, it } from "vitest";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";
import { homeTenantId } from "../../../local/stack/identities.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { sealEntries } from "../../../src/use-cases/audit/seal-entries.ts";
import { secretsIn } from "../../../tools/stack/secrets-told.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { anEntra } from "../../builders/an-entra.ts";
import { aProduct } from "../a-product.ts";

// The end of every product of these tests, and of every file on the shared stack, looks for secrets. These tests are why
// nothing found means that nothing is there.

it("P6.10 every token and assertion, script and encoded OMA value that the tests hand out is known as a secret", async () => {
  await using entra = await anEntra();
  const tokens = [await entra.userToken("owner"), await entra.identityToken("http", "api://AzureADTokenExchange")];
  for (const { token } of tokens) expect(secretsIn(`a ${token}`)).toHaveLength(1);
  const values = makeDemoTenant(1).flatMap(({ object }) => secretValues(object));
  expect(values.length).toBeGreaterThan(10);
  expect(values.filter((value) => secretsIn(`"${value}"`).length === 0)).toEqual([]);
});

/** Contents of scripts, and Base64 of OMA values. */
function secretValues(object: object): string[] {
  return Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
    if (name === "omaSettings")
      return [value].flat().flatMap((setting) => (Object(setting).fileName ? [String(Object(setting).value)] : []));
    return name.toLowerCase().endsWith("scriptcontent") ? [String(value)] : [];
  });
}

it("P6.10 a product that keeps a secret in a document or a digest cannot end without saying so", async () => {
  const product = await aProduct();
  const scope = openTenantScope(tenantIdSchema.parse(homeTenantId), "aggregated");
  const stores = product.storesFor(scope);
  const [state, script] = ["state-of-22-characters", Buffer.from("Set-StrictMode -Version Latest").toString("base64")];
  await product.cosmos.tenantData.items.create({ id: `consent-${state}`, tenantId: scope.tenantId, state });
  await stores.audit.add(anAuditEntry(scope.tenantId, { id: "audit-1", target: `${state} ${script}` }));
  await sealEntries(stores);
  const ended = await product[Symbol.asyncDispose]().then(
    () => "silently",
    (error: unknown) => String(error),
  );
  for (const place of ["cosmos", "digests"])
    for (const secret of ["script", "consent state"]) expect(ended).toContain(`${place}: ${secret} in`);
});
