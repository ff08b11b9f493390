import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

/*
 * npm run simulate -- --seeds N --from S [--trace]
 * Lives N seeds from S on; prints each that fails as a command that lives it again, and ends with 1.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "10000" },
    from: { type: "string", default: "1" },
    trace: { type: "boolean", default: false },
  },
});

const from = Number(values.from);
const count = Number(values.seeds);
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const { violation, trace } = await simulate(seed);
  if (!violation) continue;
  failed += 1;
  if (values.trace) for (const line of trace) console.log(line);
  console.log(`seed ${seed}: ${violation.message}\n  npm run simulate -- --seeds 1 --from ${seed} --trace`);
}
console.log(`${count} seeds, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
