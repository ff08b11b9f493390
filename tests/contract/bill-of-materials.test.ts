import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackage } from "../../tools/build/build-package.ts";
import { toBillOfMaterials } from "../../tools/package/to-bill-of-materials.ts";

const madeAt = new Date("2026-11-24T10:20:30Z");
const build = { name: "tenantpilot", version: "1.2.3", commit: "abc", madeAt };
const lockFile = new URL("../../package-lock.json", import.meta.url);

let folder: string;
let bill: object;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-bill-"));
  const bundledFiles = await buildPackage(folder);
  bill = toBillOfMaterials(build, bundledFiles, JSON.parse(await readFile(lockFile, "utf8")));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// The validator has CycloneDX's own schema, and allows nothing that the schema does not name.
const validate = (text: object) =>
  new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(JSON.stringify(text));

it("the bill of materials of what is deployed is valid CycloneDX", async () => {
  expect(Object(bill).components.length).toBeGreaterThan(50);
  expect(await validate(bill)).toBeNull();
});

it("the bill of materials names the packages inside the portal, as those inside the apps", () => {
  const names: string[] = Object(bill).components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "react-dom", "@azure/cosmos"]));
});

it("a licence that is none, and a component twice, are found", async () => {
  const [first, ...others] = Object(bill).components;
  const wrong = { ...first, licenses: [{ license: { id: "No such licence" } }] };
  expect(await validate({ ...bill, components: [wrong, ...others] })).not.toBeNull();
  expect(await validate({ ...bill, components: [first, first, ...others] })).not.toBeNull();
});
