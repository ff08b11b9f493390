import { expect, it } from "vitest";
import { errorCodes } from "../../../src/domain/error/error-codes.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { listVersions, readVersionPayload } from "../../../src/use-cases/version/read-versions.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const payload = '{"id":"1"}';
const version = {
  id: `version-${"1".repeat(32)}`,
  type: "settingsCatalog",
  objectId: "1",
  name: "Baseline",
  event: "new" as const,
  at: "2026-11-01T02:00:00.000Z",
  notBefore: null,
  snapshotId: "snapshot-1",
  payloadHash: hashOfText(payload),
  payloadVersion: "2026-11-01T02:00:00.0000000Z",
  configurationHash: "b".repeat(64),
};

it("a version that no kept snapshot holds is answered 410, and its line stays; by its hash it is found under another version", async () => {
  const { versions, blobs } = its.product.storesFor(its.scope);
  await versions.add([version]);
  await expect(readVersionPayload(its.product, its.scope, version)).rejects.toMatchObject({ code: "not_kept" });
  expect(errorCodes.not_kept.status).toBe(410);
  const deps = { storesFor: its.product.storesFor, contractOf: () => undefined, clock: its.clock };
  const page = { limit: 10, page: null };
  const { items } = await listVersions(deps, its.scope, version, page, { withNames: false });
  expect(items).toMatchObject([{ id: version.id, event: "new", name: "Baseline" }]);
  await blobs.putPayload(version.payloadHash, payload);
  expect(await readVersionPayload(its.product, its.scope, version)).toEqual({ id: "1" });
});
