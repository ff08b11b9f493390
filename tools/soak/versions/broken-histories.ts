import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { ObjectVersion } from "../../../src/domain/version/object-version.ts";
import { type Interrupt, makeMemoryHistories } from "./memory-histories.ts";
import { essenceOf, type RandomHistory, randomHistory } from "./random-history.ts";

/** Thrown where the process is killed. */
class Killed extends Error {}

const quiet: Interrupt = async () => undefined;

/**
 * What a seed contradicts: under kills at each write, repeats, two at once, late sealing and snapshots of other types side
 * by side, the versions are those of one quiet run, in the order of the readings, and say what is in the end.
 */
export async function brokenHistory(seed: number): Promise<string[]> {
  const history = randomHistory(seed);
  const random = makeRandom(seed + 1);
  const troubled = makeMemoryHistories(history);
  const taken = [...history.snapshots];
  const sealNext = (): void => {
    const next = taken.shift();
    if (next) troubled.seal(next);
  };
  while (taken.length > 0) {
    sealNext();
    // Now and then nobody comes: the next call takes it.
    for (let calls = random.integer(0, 2); calls > 0; calls -= 1) {
      await Promise.all([
        killedNowAndThen(troubled, random, sealNext),
        ...(random.chance(60) ? [killedNowAndThen(troubled, random, sealNext)] : []),
      ]);
    }
  }
  await troubled.index(quiet);
  const alone = makeMemoryHistories(history);
  for (const id of troubled.came) {
    const snapshot = history.snapshots.find(({ manifest }) => manifest.snapshotId === id);
    if (snapshot) alone.seal(snapshot);
    await alone.index(quiet);
  }
  return [
    ...differences(troubled.versions, alone.versions),
    ...disorder([...alone.versions.values()]),
    ...untrueAbsences([...alone.versions.values()], history),
    ...untrueEnds([...alone.versions.values()], history),
    ...(troubled.came.length === history.snapshots.length ? [] : ["a snapshot did not come in, or twice"]),
  ];
}

/** While it works others are sealed, so that of two at once each may see another one as the next. */
async function killedNowAndThen(
  histories: ReturnType<typeof makeMemoryHistories>,
  random: Random,
  sealNext: () => void,
): Promise<void> {
  const interrupt: Interrupt = async () => {
    if (random.chance(15)) sealNext();
    for (let turns = random.integer(0, 3); turns > 0; turns -= 1) await Promise.resolve();
    if (random.chance(8)) throw new Killed();
  };
  await histories.index(interrupt).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

function differences(a: ReadonlyMap<string, ObjectVersion>, b: ReadonlyMap<string, ObjectVersion>): string[] {
  const all = new Set([...a.keys(), ...b.keys()]);
  const textOf = (version: ObjectVersion | undefined): string => JSON.stringify(version ?? null);
  return [...all].flatMap((id) =>
    textOf(a.get(id)) === textOf(b.get(id)) ? [] : [`${textOf(a.get(id))} is ${textOf(b.get(id))} in a quiet run`],
  );
}

/** Versions stand in the order in which they were made. */
function disorder(versions: readonly ObjectVersion[]): string[] {
  const byObject = Map.groupBy(versions, ({ type, objectId }) => `${type}/${objectId}`);
  return [...byObject].flatMap(([object, all]) =>
    all.flatMap((version, index) => {
      const before = all[index - 1];
      const rules = {
        "is not later than the one before": before !== undefined && before.at >= version.at,
        "says what the one before says":
          before?.configurationHash === version.configurationHash && before !== undefined,
        "was read before it was not seen": version.notBefore !== null && version.notBefore > version.at,
        "begins with another event than new": before === undefined && version.event !== "new",
        "is new twice": before !== undefined && version.event === "new",
        "comes back and was not gone": (version.event === "back") !== (before?.event === "gone"),
      };
      return Object.entries(rules).flatMap(([rule, isBroken]) =>
        isBroken ? [`${object} ${canonicalJson({ at: version.at, event: version.event })} ${rule}`] : [],
      );
    }),
  );
}

/** What is said to be gone was not there at some time since it was seen: a reading with gaps proves nothing (P6.7). */
function untrueAbsences(versions: readonly ObjectVersion[], { wasThere }: RandomHistory): string[] {
  return versions.flatMap(({ type, objectId, event, at, notBefore }) => {
    const isTrue = event !== "gone" || !wasThere(`${type}/${objectId}`, notBefore ?? "", at);
    return isTrue ? [] : [`${type}/${objectId} was there all the time until ${at}, and is said to be gone`];
  });
}

/** After a last whole snapshot the newest version of each object is what it is; of what is read by id, while it is there. */
function untrueEnds(versions: readonly ObjectVersion[], { end, payloads }: RandomHistory): string[] {
  return [...end].flatMap(([object, form]) => {
    const newest = versions.findLast(({ type, objectId }) => `${type}/${objectId}` === object);
    if (form === null && object.startsWith("group/")) return [];
    const payload = payloads.get(newest?.payloadHash ?? "");
    return (newest && payload ? essenceOf(newest.type, payload) : null) === form
      ? []
      : [`${object} ends as ${newest?.event} and is ${form}`];
  });
}

/** Seeds of histories; what contradicts is told with its seed. */
export async function historySeeds(seed: number, count: number) {
  const contradictions: string[] = [];
  for (let each = seed; each < seed + count; each += 1) {
    contradictions.push(...(await brokenHistory(each)).map((broken) => `seed ${each}: ${broken}`));
  }
  return { did: `${count} histories`, contradictions };
}
