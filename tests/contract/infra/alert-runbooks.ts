import { existsSync } from "node:fs";
import { join } from "node:path";
import { ofType, type Predicted, readText, root, tableRows } from "./predicted.ts";

const alertTypes = ["Microsoft.Insights/metricAlerts", "Microsoft.Insights/scheduledQueryRules"];

/** Alerts by their name in the README, with the runbook that they name and whether they are switched on. */
export function deployedAlerts(resources: Predicted[]): { name: string; runbook: string; on: boolean }[] {
  return alertTypes
    .flatMap((type) => ofType(resources, type))
    .map(({ name, properties }) => ({
      name: name.replace(/^tenantpilot-/, ""),
      runbook: /Runbook: \S+\/docs\/runbooks\/([\w-]+)\.md$/.exec(String(properties["description"]))?.[1] ?? "none",
      on: properties["enabled"] === true,
    }));
}

/** Alerts without a runbook that exists, or of which the README says something else. */
export function wrongAlerts(resources: Predicted[]): string[] {
  const documented = new Map(
    tableRows(readText("infra/README.md"), "alert").map(([name = "", , runbook, on]) => [name, { runbook, on }]),
  );
  const alerts = deployedAlerts(resources);
  const wrong = alerts.flatMap(({ name, runbook, on }) => {
    const row = documented.get(name);
    const problems: string[] = [];
    if (!existsSync(join(root, "docs/runbooks", `${runbook}.md`)))
      problems.push(`${name} names no runbook that exists`);
    else if (!readText(`docs/runbooks/${runbook}.md`).includes(`\`${name}\``))
      problems.push(`${runbook} does not say that ${name} leads to it`);
    if (row?.runbook !== runbook) problems.push(`${name} has another runbook in the README`);
    if ((row?.on === "yes") !== on) problems.push(`${name} is ${on ? "on" : "off"}, and the README does not say so`);
    return problems;
  });
  const names = [...alerts.map(({ name }) => name), "budget"];
  return [
    ...wrong,
    ...[...documented.keys()].filter((name) => !names.includes(name)).map((name) => `no alert ${name}`),
  ];
}
