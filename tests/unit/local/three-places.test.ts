import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const local = fileURLToPath(new URL("../../../local", import.meta.url));

/** Files of a server's folder that import from one of the other folders of that server. */
function reachingInto(server: string, folder: string, others: readonly string[]): string[] {
  const files = globSync(`${server}/${folder}/**/*.ts`, { cwd: local });
  if (files.length === 0) throw new Error(`local/${server}/${folder} has no files.`);
  const reach = new RegExp(`from "(\\.\\./)+(${others.join("|")})/`);
  return files.filter((file) => reach.test(readFileSync(`${local}/${file}`, "utf8")));
}

it.each<[string, string, readonly string[]]>([
  ["cosmos", "rules", ["wire", "store"]],
  ["cosmos", "store", ["wire"]],
  ["service-bus", "rules", ["wire", "store"]],
  ["service-bus", "store", ["wire"]],
  ["blobs", "rules", ["wire", "operations"]],
  ["blobs", "store", ["wire", "operations"]],
  ["graph", "store", ["wire", "answers", "query"]],
  ["durable", "replay", ["store", "http-api"]],
  ["durable", "store", ["http-api", "replay"]],
])("local/%s/%s stands without the places that build on it", (server, folder, others) => {
  expect(reachingInto(server, folder, others)).toEqual([]);
});
