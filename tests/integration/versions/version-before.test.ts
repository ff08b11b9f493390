import { expect, it } from "vitest";
import type { ObjectVersion } from "../../../src/domain/version/object-version.ts";
import { versionBefore } from "../../../src/use-cases/version/read-versions.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const object = { type: "settingsCatalog", objectId: "1", name: "Baseline", snapshotId: "snapshot-1" };

const aVersion = (day: number, event: ObjectVersion["event"]): ObjectVersion => ({
  ...object,
  id: `version-${String(day).padStart(32, "0")}`,
  event,
  at: `2026-11-0${day}T02:00:00.000Z`,
  notBefore: null,
  payloadHash: event === "gone" ? null : "a".repeat(64),
  payloadVersion: null,
  configurationHash: event === "gone" ? null : "b".repeat(64),
});

it("an object that is back differs from what it was before it was gone, and the first version from nothing", async () => {
  const [first, gone, back] = [aVersion(1, "new"), aVersion(2, "gone"), aVersion(3, "back")] as const;
  await its.product.storesFor(its.scope).versions.add([first, gone, back]);
  expect((await versionBefore(its.product, its.scope, back))?.id).toBe(first.id);
  expect(await versionBefore(its.product, its.scope, first)).toBeUndefined();
});
