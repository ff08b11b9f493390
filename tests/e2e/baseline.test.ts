import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { decodeText } from "../../local/import/decode-text.ts";
import { importFolder } from "../../local/import/import-folder.ts";
import { startStack } from "../../local/stack.ts";
import { canonicalJson } from "../../src/domain/json/canonical-json.ts";
import { baselineFiles, writeBaseline } from "../builders/a-baseline.ts";
import { clientOf } from "./support/client.ts";
import { entriesOf, payloadOf, takeSnapshot } from "./support/run.ts";

test("every policy of an imported baseline comes out of inventory and snapshot with every setting", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-baseline-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const folder = join(dataDir, "imported", "a-baseline");
  await writeBaseline(folder);
  await using stack = await startStack({ dataDir: join(dataDir, "stack"), portBase: 0, importFolders: [folder] });
  const tenant = stack.tenants.find(({ name }) => name === "a-baseline");
  if (!tenant) throw new Error("The imported folder makes a tenant of its name.");
  expect(tenant.imported?.problems).toEqual([]);
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, tenant.id);
  expect(run).toMatchObject({ outcome: "succeeded", failures: [], counts: { failed: 0, gaps: 0, skipped: 0 } });

  const { objects } = await importFolder(folder);
  expect(objects).toHaveLength(Object.keys(baselineFiles).length);
  const wanted = objects.map(({ collectionPath, object }) => {
    if (typeof object["id"] !== "string") throw new Error("An imported object has an id.");
    return { collectionPath, id: object["id"], object };
  });
  const entries = await entriesOf(client, run);
  // The collection of an entry's type, because several types may share one.
  const pathOf = new Map(contracts.map(({ key, path }) => [key, path]));
  const places = entries.map(({ type, id }) => `${pathOf.get(type)} ${id}`);
  expect(places.sort()).toEqual(wanted.map(({ collectionPath, id }) => `${collectionPath} ${id}`).sort());
  const keys = ({ type, id }: { type: string; id: string }) => `${type} ${id}`;
  const { json } = await client.get(`/tenants/${tenant.id}/inventory?limit=1000`);
  expect(Object(json).items.map(keys).sort()).toEqual(entries.map(keys).sort());

  const settings: string[] = [];
  const typeOf = new Map(entries.map(({ type, id }) => [id, type]));
  for (const { id, object } of wanted) {
    const type = typeOf.get(id) ?? "";
    const payload = Object(await payloadOf(client, run, { type, id }));
    for (const [name, value] of Object.entries(object)) {
      expect(canonicalJson(payload[name] ?? null), `${type} ${id} ${name}`).toBe(canonicalJson(value));
    }
    for (const { settingInstance } of payload.settings ?? []) settings.push(canonicalJson(settingInstance));
  }
  const fromFiles = await settingsOfFiles(folder);
  expect(settings).toHaveLength(fromFiles.length);
  expect(settings.sort().join("\n") === fromFiles.sort().join("\n")).toBe(true);
});

/**
 * Every Settings Catalog setting of the folder, read without the product's import. Graph's annotations of properties
 * (`value@odata.type`) are no content; the type of an object is.
 */
async function settingsOfFiles(folder: string): Promise<string[]> {
  const isContent = (name: string): boolean => name === "@odata.type" || !name.includes("@");
  const read = async (name: string) =>
    JSON.parse(decodeText(await readFile(join(folder, name))), (key, value) => (isContent(key) ? value : undefined));
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
  const policies = (await Promise.all(names.map(read))).filter(({ settings }) => Array.isArray(settings));
  return policies.flatMap(({ settings }) => settings.map(Object)).map((each) => canonicalJson(each.settingInstance));
}
