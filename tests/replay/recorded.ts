import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Recorded } from "@tenantpilot/embedded-azure/durable/replay-history";

export const historiesFolder = fileURLToPath(new URL("./histories", import.meta.url));

/** All recorded histories by file name. `npm run replay:record` wrote them. */
export function readRecorded(): ReadonlyMap<string, Recorded> {
  const files = readdirSync(historiesFolder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.map((file) => [file, JSON.parse(readFileSync(`${historiesFolder}/${file}`, "utf8")) as Recorded]),
  );
}
