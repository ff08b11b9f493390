import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));

/** Files of a server's folder that import from one of the other folders of that server. */
function reachingInto(server: string, folder: string, others: readonly string[]): string[] {
  const files = globSync(`${server}/${folder}/**/*.ts`, { cwd: packages });
  if (files.length === 0) throw new Error(`packages/${server}/${folder} has no files.`);
  const reach = new RegExp(`from "(\\.\\./)+(${others.join("|")})/`);
  return files.filter((file) => reach.test(readFileSync(`${packages}/${file}`, "utf8")));
}

it.each<[string, string, readonly string[]]>([
  ["embedded-azure/src/cosmos", "rules", ["wire", "store"]],
  ["embedded-azure/src/cosmos", "store", ["wire"]],
  ["embedded-azure/src/service-bus", "rules", ["wire", "store"]],
  ["embedded-azure/src/service-bus", "store", ["wire"]],
  ["embedded-azure/src/blobs", "rules", ["wire", "operations"]],
  ["embedded-azure/src/blobs", "store", ["wire", "operations"]],
  ["graph-simulator/src", "store", ["wire", "answers", "query"]],
  ["embedded-azure/src/durable", "replay", ["store", "http-api"]],
  ["embedded-azure/src/durable", "store", ["http-api", "replay"]],
])("packages/%s/%s stands without the places that build on it", (server, folder, others) => {
  expect(reachingInto(server, folder, others)).toEqual([]);
});
