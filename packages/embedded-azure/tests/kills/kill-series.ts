import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeRandom, type Random } from "../../src/random.ts";
import { type StandaloneProcess, startStandaloneProcess } from "./standalone-process.ts";
import { makeWriteLedger, type WriteLedger } from "./write-ledger.ts";

/** A client of a running server, as one kill sees it. */
export type Session = AsyncDisposable & {
  /** Works until the server is gone; one writer of several. `name` is not used by any other writer or session. */
  readonly write: (name: string, ledger: WriteLedger, random: Random) => Promise<never>;
  /** Everything that is there, by key. */
  readonly readAll: () => Promise<ReadonlyMap<string, string>>;
};

export type Load = {
  /** As `src/main.ts` names the server. */
  readonly server: string;
  readonly options?: readonly string[];
  readonly open: (line: StandaloneProcess["line"]) => Promise<Session>;
};

export type SeriesResult = { readonly acknowledged: number; readonly contradictions: readonly string[] };

const writers = 4;
// So many changes are acknowledged between a start and its kill at most; the least that shows work in progress is one.
const maxChanges = 150;
// A kill lands within this of the last acknowledgement it waits for, in the middle of what the others are doing.
const maxJitterMs = 8;
const patienceMs = 60_000;

/** Kills a server so often at random moments under load, and compares what is there after each. Stops at the first contradiction. */
export async function killSeries(load: Load, seed: number, kills: number): Promise<SeriesResult> {
  const random = makeRandom(seed);
  const dir = await mkdtemp(join(tmpdir(), `soak-${load.server}-`));
  const ledger = makeWriteLedger();
  for (let kill = 0; kill < kills; kill += 1) {
    const contradictions = await oneLife(load, dir, ledger, random, `k${kill}`);
    if (contradictions.length > 0) return { acknowledged: ledger.acknowledged(), contradictions };
  }
  const contradictions = await finalCheck(load, dir, ledger);
  await rm(dir, { recursive: true, force: true });
  return { acknowledged: ledger.acknowledged(), contradictions };
}

/** Starts the server, looks, works, and kills it in the middle. */
async function oneLife(load: Load, dir: string, ledger: WriteLedger, random: Random, name: string): Promise<string[]> {
  await using server = await startStandaloneProcess(load.server, dir, ...(load.options ?? []));
  await using session = await load.open(server.line);
  const contradictions = ledger.compare(await session.readAll());
  const target = ledger.acknowledged() + random.integer(1, maxChanges);
  const jitterMs = random.integer(0, maxJitterMs);
  const work = Array.from({ length: writers }, (_, writer) =>
    session.write(`${name}-w${writer}`, ledger, makeRandom(random.integer(0, 2 ** 31))),
  );
  const stopped = Promise.allSettled(work);
  const deadline = Date.now() + patienceMs;
  while (ledger.acknowledged() < target && Date.now() < deadline) await pause(1);
  await pause(jitterMs);
  await server.kill();
  await stopped;
  return ledger.acknowledged() < target ? [...contradictions, `${name}: the server stopped working`] : contradictions;
}

async function finalCheck(load: Load, dir: string, ledger: WriteLedger): Promise<string[]> {
  await using server = await startStandaloneProcess(load.server, dir, ...(load.options ?? []));
  await using session = await load.open(server.line);
  return ledger.compare(await session.readAll());
}
