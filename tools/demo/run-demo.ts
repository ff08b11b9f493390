import { setTimeout as pause } from "node:timers/promises";
import type { ReadyLine } from "../../local/stack/ready-line.ts";
import { type ApiClient, makeApiClient, type Run, type StartedRun } from "./api-client.ts";
import { changePolicies, pickPolicies } from "./change-policies.ts";
import { makeProgress } from "./progress-bar.ts";
import { signIn } from "./sign-in.ts";
import { changesBetween, summaryOf } from "./summary.ts";

type Say = (line: string) => void;

/** The main job as a client does it: everything goes through HTTP. */
export async function runDemo(ready: ReadyLine, controlKey: string, say: Say): Promise<void> {
  const tenant = ready.tenants.at(-1);
  if (!tenant) throw new Error("There is no demo tenant.");
  say(`Signing in as operator of ${tenant.name} (${tenant.id})`);
  const token = await signIn(ready.entra.authority, "operator");
  const client = makeApiClient(ready.api, tenant.id, token);

  say("Taking a first snapshot, started twice at the same moment");
  const [one, two] = await Promise.all([client.startSnapshot("first"), client.startSnapshot("first")]);
  sayJoined(one, two, say);
  const first = await followSnapshot(client, one.id, say);

  const picked = pickPolicies(first);
  say(`Changing ${picked.length} objects in the simulated tenant`);
  await changePolicies(ready.graph.endpoint, controlKey, tenant.id, picked);
  for (const { type, name } of picked) say(`  edited: ${type} "${name}"`);

  say("Taking a second snapshot");
  const second = await followSnapshot(client, (await client.startSnapshot("second")).id, say);
  say("What changed between the two snapshots");
  const changes = changesBetween(first, second);
  for (const line of changes) say(line);
  if (changes.length !== picked.length) {
    throw new Error(`${picked.length} objects were edited, but ${changes.length} differ.`);
  }
}

function sayJoined(one: StartedRun, two: StartedRun, say: Say): void {
  if (one.id !== two.id) throw new Error("Two simultaneous starts made two runs.");
  const answers = [one, two].map(({ answered, reused }) => `${answered}${reused ? " joined" : " created"}`);
  say(`  one run ${one.id} for both: ${answers.join(", ")}`);
  say(`  view run: ${one.viewUrl}`);
}

async function followSnapshot(client: ApiClient, runId: string, say: Say) {
  const startedAt = Date.now();
  const run = await follow(client, runId);
  const snapshotId = run.result?.snapshotId;
  if (run.outcome !== "succeeded" || snapshotId === undefined) {
    throw new Error(`The run ended as ${run.outcome}: ${JSON.stringify(run.failures)}`);
  }
  const [snapshot, entries] = await Promise.all([client.snapshot(snapshotId), client.entries(snapshotId)]);
  for (const line of summaryOf(run, snapshot, entries, Date.now() - startedAt)) say(line);
  return entries;
}

const pollMs = 150;
const longestMs = 50_000;

async function follow(client: ApiClient, runId: string): Promise<Run> {
  const progress = makeProgress(process.stdout);
  const until = Date.now() + longestMs;
  for (;;) {
    const run = await client.run(runId);
    progress.show(run);
    if (run.status === "completed") {
      progress.end();
      return run;
    }
    if (Date.now() > until) throw new Error(`The run ${runId} did not end within ${longestMs / 1_000} s.`);
    await pause(pollMs);
  }
}
