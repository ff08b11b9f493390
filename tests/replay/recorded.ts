import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RecordedHistory } from "@tenantpilot/embedded-azure/durable/replay-history";

export const historiesFolder = fileURLToPath(new URL("./histories", import.meta.url));

/**
 * All recorded histories by version of the workflows and file name. `npm run replay:record` wrote them. Those of a version
 * go when none of its instances can live any more: a deadline and a day after the next one was deployed everywhere.
 */
export function readRecorded(): ReadonlyMap<string, RecordedHistory> {
  const files = readdirSync(historiesFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replaceAll("\\", "/"));
  return new Map(
    files.map((file) => [file, JSON.parse(readFileSync(`${historiesFolder}/${file}`, "utf8")) as RecordedHistory]),
  );
}
