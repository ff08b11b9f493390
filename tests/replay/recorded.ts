import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { HistoryEvent } from "../../packages/embedded-azure/src/durable/history-event.ts";

/** One generation of an instance as the engine stored it. */
export type Recorded = {
  readonly orchestrator: string;
  readonly instanceId: string;
  readonly executionId: string;
  readonly parentId: string | null;
  /** What the orchestrator was started with, parsed. */
  readonly input: unknown;
  readonly history: readonly HistoryEvent[];
};

export const historiesFolder = fileURLToPath(new URL("./histories", import.meta.url));

/** All recorded histories by file name. `npm run replay:record` wrote them. */
export function readRecorded(): ReadonlyMap<string, Recorded> {
  const files = readdirSync(historiesFolder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.map((file) => [file, JSON.parse(readFileSync(`${historiesFolder}/${file}`, "utf8")) as Recorded]),
  );
}
