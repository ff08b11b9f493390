import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { formIdOf } from "../../../src/domain/comparison/form-rule.ts";
import { makeConfigurationHash } from "../../../src/domain/comparison/to-form.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import type { Manifest } from "../../../src/domain/snapshot/snapshot.ts";

export const { contractOf } = makeContractIndex(contracts);

/** Two types of which a listing shows all, and one whose objects are read by id. */
const types = ["settingsCatalog", "compliancePolicyV2", "group"].flatMap((key) => contractOf(key) ?? []);

/** What an object is from a minute on; null: it is not there. */
type State = { readonly from: number; readonly payload: JsonObject | null };
type Timeline = { readonly contract: ObjectTypeContract; readonly id: string; readonly states: readonly State[] };

export type TakenSnapshot = { readonly manifest: Manifest; readonly sealedAt: string };

export type RandomHistory = {
  /** In the order in which others see their heads. */
  readonly snapshots: readonly TakenSnapshot[];
  /** By their hashes. */
  readonly payloads: ReadonlyMap<string, JsonObject>;
  /** What each object is in the end (`essenceOf`), by type and id; null: it is not there. */
  readonly end: ReadonlyMap<string, string | null>;
  /** Whether an object, by type and id, was there all the time between two (ISO 8601 UTC). */
  readonly wasThere: (object: string, from: string, to: string) => boolean;
};

const lastMinute = 1_000;

/** Objects that change while snapshots of some of their types are taken side by side, sealed late and with gaps. */
export function randomHistory(seed: number): RandomHistory {
  const random = makeRandom(seed);
  const timelines = types.flatMap((contract) =>
    Array.from({ length: random.integer(1, 3) }, (_, index) =>
      timelineOf(random, contract, `${contract.key}-${index}`),
    ),
  );
  const payloads = new Map<string, JsonObject>();
  let from = 0;
  const taken = Array.from({ length: random.integer(2, 9) }, (_, index) => {
    // Often side by side with the one before, so that which is the later one differs from object to object.
    from = random.chance(60) ? from + random.integer(0, 30) : random.integer(0, lastMinute - 500);
    const to = from + random.integer(1, 80);
    const some = random.chance(60) ? types : random.sample(types, random.integer(1, 2));
    const manifest = manifestOf(random, {
      id: `snapshot-${index}`,
      from,
      to,
      types: some,
      timelines,
      gaps: 20,
      payloads,
    });
    const sealed = to + random.integer(0, random.chance(20) ? 200 : 5);
    return { manifest, sealed, seen: sealed + random.integer(0, 30) };
  });
  const last = { id: "snapshot-last", from: lastMinute + 10, to: lastMinute + 20, types, timelines, gaps: 0, payloads };
  const whole = { manifest: manifestOf(random, last), sealed: lastMinute + 300, seen: lastMinute + 400 };
  return {
    snapshots: [...taken, whole]
      .toSorted((a, b) => a.seen - b.seen)
      .map(({ manifest, sealed }) => ({ manifest, sealedAt: timeOf(sealed) })),
    payloads,
    end: new Map(timelines.map((each) => [nameOf(each), formAt(each, lastMinute)])),
    wasThere: (object, since, until) => {
      const timeline = timelines.find((each) => nameOf(each) === object);
      return timeline !== undefined && wasThere(timeline, since, until);
    },
  };
}

function timelineOf(random: Random, contract: ObjectTypeContract, id: string): Timeline {
  const starts = Array.from({ length: random.integer(1, 9) }, () => random.integer(0, lastMinute)).toSorted(
    (a, b) => a - b,
  );
  const states = starts.map((from) => ({ from, payload: random.chance(25) ? null : payloadOf(random, contract, id) }));
  return { contract, id, states };
}

/** Few values, so that objects often come back to what they were; times that Microsoft moves; a property that appears. */
function payloadOf(random: Random, contract: ObjectTypeContract, id: string): JsonObject {
  return {
    id,
    [contract.nameProperty ?? "displayName"]: `Name ${random.integer(1, 2)}`,
    description: `Text ${random.integer(1, 2)}`,
    lastModifiedDateTime: timeOf(random.integer(0, 5)),
    ...(random.chance(30) ? { newSwitch: false } : {}),
  };
}

function stateAt({ states }: Timeline, minute: number): JsonObject | null {
  return states.findLast(({ from }) => from <= minute)?.payload ?? null;
}

function nameOf({ contract, id }: Timeline): string {
  return `${contract.key}/${id}`;
}

function wasThere({ states }: Timeline, from: string, to: string): boolean {
  const before = states.findLast((state) => timeOf(state.from) <= from);
  const between = states.filter((state) => timeOf(state.from) > from && timeOf(state.from) <= to);
  return [before, ...between].every((state) => state !== undefined && state.payload !== null);
}

function formAt(timeline: Timeline, minute: number): string | null {
  const payload = stateAt(timeline, minute);
  return payload && essenceOf(timeline.contract.key, payload);
}

/** The form's hash without what only appeared. */
export function essenceOf(type: string, { newSwitch: _appeared, ...payload }: JsonObject): string | null {
  const contract = contractOf(type);
  return contract ? makeConfigurationHash(contract)(payload) : null;
}

type Taking = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly types: readonly ObjectTypeContract[];
  readonly timelines: readonly Timeline[];
  /** How many in a hundred types have gaps. */
  readonly gaps: number;
  readonly payloads: Map<string, JsonObject>;
};

function manifestOf(random: Random, { id, from, to, types: read, timelines, gaps, payloads }: Taking): Manifest {
  const taken = read.map((contract) => {
    const isIncomplete = random.chance(gaps);
    const listedAt = random.integer(from, to);
    const entries = timelines
      .filter((each) => each.contract === contract)
      .flatMap((each) => {
        const readAt = random.integer(listedAt, to);
        const now = stateAt(each, readAt);
        const payload = stateAt(each, listedAt) && (now ?? stateAt(each, listedAt));
        if (payload === null || (isIncomplete && random.chance(50))) return [];
        // What is read by id is read where something names it.
        if (contract.read === "by_id" && gaps > 0 && random.chance(30)) return [];
        const payloadHash = hashOfText(canonicalJson(payload));
        payloads.set(payloadHash, payload);
        return [entryOf(contract, each.id, payload, timeOf(now ? readAt : listedAt))];
      });
    const formId = random.chance(70) ? formIdOf(contract) : random.chance(50) ? undefined : "an-older-rule";
    const typeState = isIncomplete
      ? ({ state: "incomplete", code: "unexpected", message: "" } as const)
      : ({ state: "complete" } as const);
    return { type: { type: contract.key, objects: entries.length, typeState, formId }, entries };
  });
  const window = { from: timeOf(from), to: timeOf(to) };
  const tenantId = "8d2f6f2e-0000-4000-8000-000000000001" as Manifest["tenantId"];
  const head = { snapshotId: id, tenantId, runId: id, window, types: taken.map(({ type }) => type) };
  return { ...head, entries: taken.flatMap(({ entries }) => entries) };
}

function entryOf(contract: ObjectTypeContract, id: string, payload: JsonObject, readAt: string) {
  return {
    type: contract.key,
    id,
    name: canonicalJson(payload[contract.nameProperty ?? "displayName"] ?? id),
    payloadHash: hashOfText(canonicalJson(payload)),
    payloadVersion: null,
    configurationHash: makeConfigurationHash(contract)(payload),
    size: 1,
    readAt,
  };
}

function timeOf(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
}
