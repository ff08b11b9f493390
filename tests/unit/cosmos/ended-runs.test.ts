import { expect, it } from "vitest";
import { makeEndedRuns } from "../../../src/adapters/cosmos/ended-runs.ts";
import { aRun, otherTenantId, someIds, tenantId } from "../../builders/a-run.ts";

const ended = { status: "completed", outcome: "succeeded" } as const;
const bytesOfOne = Buffer.byteLength(JSON.stringify(aRun(ended)));

it("a run is kept once it has ended, and not before", () => {
  const memory = makeEndedRuns(bytesOfOne);
  const run = aRun({ status: "running" });
  memory.keep(run);
  expect(memory.get(tenantId, run.id)).toBeUndefined();
  memory.keep({ ...run, ...ended });
  expect(memory.get(tenantId, run.id)).toMatchObject(ended);
});

it("P5.1 a kept run is not had through another tenant", () => {
  const memory = makeEndedRuns(bytesOfOne);
  const run = aRun(ended);
  memory.keep(run);
  expect(memory.get(otherTenantId, run.id)).toBeUndefined();
});

it("runs are kept to so many bytes: who was not asked for the longest goes first", () => {
  const newId = someIds();
  const runs = [newId(), newId(), newId()].map((id) => aRun({ ...ended, id, activeKey: "key", writeKey: "key" }));
  const memory = makeEndedRuns(2 * bytesOfOne);
  const [first, second, third] = runs.map(({ id }) => id);
  for (const run of runs.slice(0, 2)) memory.keep(run);
  memory.get(tenantId, first ?? "");
  for (const run of runs.slice(2)) memory.keep(run);
  const kept = [first, second, third].filter((id) => memory.get(tenantId, id ?? ""));
  expect(kept).toEqual([first, third]);
  for (const run of runs) memory.keep(run);
  for (const run of runs) memory.keep(run);
  expect(runs.filter(({ id }) => memory.get(tenantId, id)).length).toBe(2);
});
