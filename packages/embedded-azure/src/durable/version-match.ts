export type VersionRules = {
  readonly defaultVersion?: string | undefined;
  readonly versionMatchStrategy: "None" | "Strict" | "CurrentOrOlder";
  readonly versionFailureStrategy: "Reject" | "Fail";
};

/** Whether this app may run an instance of that version (https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-orchestration-versioning). */
export function versionMatches(rules: VersionRules, version: string | null): boolean {
  if (rules.versionMatchStrategy === "None") return true;
  const order = compareVersions(version ?? "", rules.defaultVersion ?? "");
  return rules.versionMatchStrategy === "Strict" ? order === 0 : order <= 0;
}

/** Empty is the oldest; dotted numbers compare as numbers, anything else as text without case. */
function compareVersions(a: string, b: string): number {
  if (a === "" || b === "") return Math.sign(a.length - b.length);
  const [x, y] = [toNumbers(a), toNumbers(b)];
  if (!x || !y) return a.toLowerCase().localeCompare(b.toLowerCase(), "en");
  const length = Math.max(x.length, y.length);
  // A missing part is older than 0, as in System.Version: 1.0 < 1.0.0.
  const differences = Array.from({ length }, (_, i) => Math.sign((x[i] ?? -1) - (y[i] ?? -1)));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function toNumbers(version: string): number[] | undefined {
  return /^\d+(\.\d+){1,3}$/.test(version) ? version.split(".").map(Number) : undefined;
}
