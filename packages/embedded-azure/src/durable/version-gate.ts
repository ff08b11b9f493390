import type { Instance } from "./instance.ts";
import { type VersionRules, versionMatches } from "./version-match.ts";

export type VersionGate = {
  /** An instance of a version that this app may not run waits for an app that may, unless the rules say to fail it. */
  readonly mayRun: (instance: Instance | undefined) => boolean;
  /** Ids that were turned away. */
  readonly rejected: () => readonly string[];
};

export function makeVersionGate(rules: VersionRules, warn: (message: string) => void): VersionGate {
  const rejected = new Set<string>();
  return {
    mayRun(instance) {
      if (!instance || versionMatches(rules, instance.version)) return true;
      if (rules.versionFailureStrategy === "Fail") return true;
      if (!rejected.has(instance.id)) {
        warn(`Instance ${instance.id} has version ${instance.version}, which this app does not run: it waits.`);
      }
      rejected.add(instance.id);
      return false;
    },
    rejected: () => [...rejected],
  };
}
