import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../local/stack/app-folder.ts";
import { builtPortal } from "../local/stack/portal-files.ts";
import { preparePortal } from "../local/stack/prepare-portal.ts";
import { measureRates } from "./stack/measure-rates.ts";
import { measureStart, type Start } from "./stack/measure-start.ts";
import type { Rate } from "./stack/rate.ts";

// How long does the product take to start, how much memory does it hold idle, and how much do its servers carry? Ends
// with 1 when a budget is passed. The throughput has none: the figures beside it are those of the studies.

const budget = { readyMs: 4_000, idleMb: 600 };

async function measureStarts(): Promise<Start[]> {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    // Built by the first start after a change of its sources, which is no start of every day.
    await preparePortal({ repository, to: builtPortal });
    // On a new folder, where certificates and demo tenants are made, and on the same one again.
    return [await measureStart(folder), await measureStart(folder)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function startRow({ readyMs, idleMb, processes }: Start, index: number): string {
  const folder = index === 0 ? "new folder   " : "known folder ";
  return `  ${folder}${(readyMs / 1_000).toFixed(2)} s, then idle ${idleMb.toFixed(0)} MB in ${processes} processes`;
}

function rateRow({ what, perSecond, studied }: Rate): string {
  return `  ${what.padEnd(36)}${perSecond.toFixed(0).padStart(7)} /s${studied ? `   studied: ${studied}` : ""}`;
}

const [loadBefore = 0] = loadavg();
const starts = await measureStarts();
const rates = await measureRates();
const lines = [
  `load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} cores`,
  "start of the whole product:",
  ...starts.map(startRow),
  "throughput, each server alone:",
  ...rates.map(rateRow),
];
process.stdout.write(`${lines.join("\n")}\n`);

const slowest = Math.max(...starts.map(({ readyMs }) => readyMs));
const largest = Math.max(...starts.map(({ idleMb }) => idleMb));
const exceeded = [
  ...(slowest > budget.readyMs ? [`a start took over ${budget.readyMs / 1_000} s`] : []),
  ...(largest > budget.idleMb ? [`more than ${budget.idleMb} MB idle`] : []),
];
process.stdout.write(exceeded.length === 0 ? "  within budget\n" : `  OVER BUDGET: ${exceeded.join("; ")}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
