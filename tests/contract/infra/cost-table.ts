import { waitingInstances } from "./flex.ts";
import { readSnapshot, readText, tableRows } from "./predicted.ts";

const columns = ["idle", "10 tenants", "100 tenants", "1,000 tenants"] as const;
const tenantsOf = [0, 10, 100, 1_000];
const runsPerMonth = 60;
const minutesPerMonth = 43_200;
const perMinute = { gbSeconds: 4.4, executions: 2.2, units: 50, telemetryKb: 6 };
const waiting = waitingInstances(readSnapshot("prod").predictedResources);
const perTenant = { blobMb: 36, databaseMb: 10 };

/** Figures of a table, by the name in its first cell. */
function figuresOf(text: string, first: string): (name: string) => number {
  const figures = new Map(tableRows(text, first).map(([name = "", value = ""]) => [name, Number(value)]));
  return (name) => {
    const figure = figures.get(name);
    if (figure === undefined || Number.isNaN(figure)) throw new Error(`The table ${first} has no figure ${name}.`);
    return figure;
  };
}

type Row = (tenants: number) => number;

/** Each row of the two tables, by the beginning of its name, computed from prices and use as the README tells them. */
function formulasOf(text: string): Record<"dev" | "prod", Record<string, Row>> {
  const price = figuresOf(text, "price");
  const use = figuresOf(text, "a run");
  const runs = (tenants: number): number => tenants * runsPerMonth;
  const less = (amount: number, free: number): number => Math.max(0, amount - free);
  const database = (tenants: number): number => (tenants * perTenant.databaseMb) / 1_000;
  const writes = (tenants: number, dollars: number): number => (runs(tenants) * use("blob writes") * dollars) / 10_000;
  const blobs = (tenants: number, dollars: number): number => ((tenants * perTenant.blobMb) / 1_000) * dollars;
  const both: Record<string, Row> = {
    Functions: (n) => less(minutesPerMonth * perMinute.gbSeconds + runs(n) * use("GB-s"), 100_000) * price("functions"),
    Executions: (n) =>
      (less(minutesPerMonth * perMinute.executions + runs(n) * use("executions"), 250_000) / 1e6) * price("executions"),
    "Other blob operations": (n) => (runs(n) * use("other blob operations") * price("other blob operations")) / 10_000,
    Logs: (n) =>
      less((minutesPerMonth * perMinute.telemetryKb + runs(n) * use("KB of telemetry")) / 1e6, 5) * price("logs"),
    Alerts: () => 12 * price("log alert") + 2 * price("metric alert"),
  };
  return {
    dev: {
      ...both,
      "Service Bus Standard": () => price("Service Bus Standard"),
      "Cosmos DB": (n) =>
        ((minutesPerMonth * perMinute.units + runs(n) * use("request units")) / 1e6) * price("serverless"),
      "Database storage": (n) => database(n) * price("database storage"),
      "Blob writes": (n) => writes(n, price("blob writes, LRS")),
      Blobs: (n) => blobs(n, price("blobs, LRS")),
    },
    prod: {
      ...both,
      "Service Bus Premium": () => price("Service Bus Premium"),
      "Always ready": () => waiting * 2 * 2_628_000 * price("always ready"),
      "Cosmos DB": (n) => 4 * 2 * price("autoscale") * (n >= 1_000 ? 2 : 1),
      "Database storage": (n) => database(n) * 2 * (price("database storage") + price("database backup")),
      "Blob writes": (n) => writes(n, price("blob writes, RA-GZRS")),
      Blobs: (n) => blobs(n, price("blobs, RA-GZRS")),
      "Private endpoints": () => 7 * price("private endpoint") + 4 * price("private zone"),
    },
  };
}

/** Cells of a README's two tables of costs that are not what its prices and figures of use come to. */
export function wrongCosts(text: string = readText("infra/README.md")): string[] {
  const formulas = formulasOf(text);
  return (["dev", "prod"] as const).flatMap((name) => {
    const rows = tableRows(text, name);
    const sums = tenantsOf.map(() => 0);
    const wrong: string[] = [];
    const compare = (row: string, position: number, told: string, value: number): void => {
      if (told.replaceAll(/[*,]/g, "") !== value.toFixed(row === "**together**" ? 0 : 1)) {
        wrong.push(`${name}, ${row}, ${columns[position]}: ${told} is ${value.toFixed(2)}`);
      }
    };
    const used = new Set<string>();
    for (const [row = "", ...cells] of rows) {
      const key = /^(.*?)(?: of a year| on demand| and backup)?(?:[:,].*)?$/.exec(row)?.[1] ?? row;
      const formula = formulas[name][key];
      used.add(key);
      for (const [position, told] of cells.entries()) {
        if (row === "**together**") compare(row, position, told, sums[position] ?? 0);
        else if (formula === undefined) wrong.push(`${name}: nothing computes ${row}`);
        else {
          const value = formula(tenantsOf[position] ?? 0);
          sums[position] = (sums[position] ?? 0) + value;
          compare(row, position, told, value);
        }
      }
    }
    const lost = Object.keys(formulas[name]).filter((key) => !used.has(key));
    return [...wrong, ...lost.map((key) => `${name} has no row ${key}`)];
  });
}
