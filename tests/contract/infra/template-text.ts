import type { Predicted } from "./predicted.ts";

/** Loops of resources below a Cosmos DB account that are not written one after another. */
export function writtenAtOnce(text: string): string[] {
  const loops = [...text.matchAll(/^(?<before>.*)\n+resource (?<name>\w+) 'Microsoft\.DocumentDB\/[^']+' = \[/gm)];
  if (loops.length < 2) return ["the loops are not found"];
  const parallel = loops.filter(({ groups }) => groups?.["before"] !== "@batchSize(1)");
  const roles = text.slice(text.indexOf("resource assignments "));
  const waits = /^ {4}dependsOn: \[containers\]$/m.test(roles);
  return [
    ...parallel.map(({ groups }) => `${groups?.["name"]} are written at once`),
    ...(waits ? [] : ["roles do not wait for containers"]),
  ];
}

/** Resource providers that the deployment needs and the text does not register. */
export function unregistered(text: string, resources: Predicted[]): string[] {
  // A delegated subnet needs this one, of which no resource is made.
  const needed = new Set(["Microsoft.App", ...resources.map(({ type }) => type.split("/")[0] ?? "")]);
  // Every subscription has these.
  for (const given of ["Microsoft.Authorization", "Microsoft.Resources"]) needed.delete(given);
  const loop = /for provider in (?<names>[^;]+); do az provider register -n "Microsoft\.\$provider" --wait/.exec(text);
  const named = (loop?.groups?.["names"] ?? "").split(/[\s\\]+/).map((name) => `Microsoft.${name}`);
  return [...needed].filter((name) => !named.includes(name));
}

/** What a budget would be refused for, as the files say it. */
export function wrongBudget(alerts: string, parameterFiles: readonly string[]): string[] {
  const problems: string[] = [];
  if (!alerts.includes("budgets@2023-11-01' = if (monthlyBudget > 0)")) problems.push("0 makes a budget");
  if (!/startDate: empty\(budgetStartDate\)\s*\? fail\('BUDGET_START_DATE/.test(alerts)) {
    problems.push("a start that is missing is found by Azure only");
  }
  const aging = parameterFiles.filter((text) => !text.includes("readEnvironmentVariable('BUDGET_START_DATE', '')"));
  return [...problems, ...aging.map(() => "the start of the budget has a default, which ages")];
}
