import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blobOperations } from "../src/blobs/routes.ts";
import { cosmosOperations } from "../src/cosmos/operations.ts";
import { durableOperations } from "../src/durable/operations.ts";
import { entraOperations } from "../src/entra/operations.ts";
import { hostOperations } from "../src/host/operations.ts";
import { serviceBusOperations } from "../src/service-bus/operations.ts";

const surface = readFileSync(new URL("../surface.md", import.meta.url), "utf8");

/** The first cells of the table under the heading of a server. */
function listed(server: string): string[] {
  const [, section = ""] = surface.split(`\n## ${server}\n`);
  const rows = (section.split("\n## ")[0] ?? "").matchAll(/^\| (?<operation>\S.*?) +\|/gm);
  return [...rows].slice(2).flatMap(({ groups }) => groups?.["operation"] ?? []);
}

it.each<[string, readonly string[]]>([
  ["Cosmos DB", cosmosOperations],
  ["Service Bus", serviceBusOperations],
  ["Blobs", blobOperations],
  ["Entra", entraOperations],
  ["Functions host", hostOperations],
  ["Durable engine", durableOperations],
])("surface.md lists what %s carries out, and nothing else", (server, operations) => {
  expect(listed(server)).toEqual([...operations]);
});
