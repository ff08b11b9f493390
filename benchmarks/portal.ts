import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../local/stack/app-folder.ts";
import { builtPortal } from "../local/stack/portal-files.ts";
import { preparePortal } from "../local/stack/prepare-portal.ts";
import { startStack } from "../local/stack.ts";
import { launchBrowser, sameEverywhere } from "../tools/portal/launch-browser.ts";
import { pickPerson } from "../tools/portal/pick-person.ts";
import { manyObjects } from "./portal/many-objects.ts";
import { measureList } from "./portal/measure-list.ts";
import { measurePaint } from "./portal/measure-paint.ts";

// How soon does a person see a page, and does a list of 10,000 rows stay a list? Ends with 1 when a budget is passed. Times
// are for two shared cores without a GPU; on a busy machine they say little.

type Measure = { readonly what: string; readonly value: number; readonly budget: number; readonly unit: string };

async function measure(): Promise<Measure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    await preparePortal({ repository, to: builtPortal });
    const settings = { RATE_LIMIT_PER_SECOND: "10000", RATE_LIMIT_BURST: "100000" };
    await using stack = await startStack({ dataDir, portBase: 0, settings });
    const tenantId = await manyObjects(stack, 10_000);
    const browser = await launchBrowser();
    const page = await browser.newPage(sameEverywhere);
    await pickPerson(page, `${stack.ready.portal}tenants/${tenantId}/operations`, "owner");
    const paint = await measurePaint(page);
    const list = await measureList(page, `${stack.ready.portal}tenants/${tenantId}/inventory`);
    await browser.close();
    return [
      { what: "largest paint, signed in", value: paint.largestMs, budget: 1_000, unit: "ms" },
      { what: "reload to signed in", value: paint.signedInMs, budget: 500, unit: "ms" },
      { what: "layout shift", value: paint.shift, budget: 0.02, unit: "" },
      { what: "10,000 rows: reload to shown", value: list.shownMs, budget: 2_000, unit: "ms" },
      { what: "10,000 rows: mean frame while scrolling", value: list.frameMs, budget: 100, unit: "ms" },
      { what: "10,000 rows: rows in the page", value: list.rows, budget: 60, unit: "" },
      { what: "10,000 rows: heap", value: list.heapMb, budget: 60, unit: "MB" },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function toRow({ what, value, budget, unit }: Measure): string {
  const digits = budget < 1 ? 3 : 0;
  return `  ${what.padEnd(42)}${value.toFixed(digits).padStart(7)} ${unit.padEnd(3)} budget ${budget} ${unit}`.trimEnd();
}

const [loadBefore = 0] = loadavg();
const measures = await measure();
const exceeded = measures.filter(({ value, budget }) => value > budget);
process.stdout.write(`load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} cores\n`);
process.stdout.write(`${measures.map(toRow).join("\n")}\n`);
const verdict = exceeded.length === 0 ? "within budget" : `OVER BUDGET: ${exceeded.map(({ what }) => what).join("; ")}`;
process.stdout.write(`  ${verdict}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
