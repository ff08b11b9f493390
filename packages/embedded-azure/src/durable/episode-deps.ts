import type { LogLevel } from "../host/log.ts";
import type { DurableOperation } from "./operations.ts";
import type { OrchestratedApp } from "./orchestrated-app.ts";
import type { DurableStore } from "./store/durable-store.ts";
import type { VersionRules } from "./version-match.ts";

export type EpisodeDeps = {
  readonly store: DurableStore;
  readonly app: OrchestratedApp;
  readonly versions: VersionRules;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly count: (operation: DurableOperation) => void;
  readonly log: (level: LogLevel, message: string) => void;
};
