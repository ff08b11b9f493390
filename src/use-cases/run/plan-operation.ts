import type { Plan } from "../../domain/observation/steps.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { Work } from "../../domain/operation-run/work.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { typesOfRun } from "./types-of-run.ts";

/** What planning needs to know of an object type. */
export type PlannedType = {
  readonly key: string;
  readonly serviceGroup: string;
  /** Read only when the others are done: objects that others name. */
  readonly isReference: boolean;
};

/** Groups a run's object types by service group, and makes the groups known to whoever watches the run. */
export async function planOperation(
  { stores, typeOf }: { stores: Pick<TenantStores, "runs">; typeOf: (key: string) => PlannedType | undefined },
  work: Work,
): Promise<Plan> {
  const run = ifHeldByAttempt(await stores.runs.read(work.runId), work.attempt);
  if (!run) return { kind: "ended" };
  const types = (await typesOfRun(stores.runs, run)).flatMap((key) => typeOf(key) ?? []);
  const groups = groupsOf(types.filter(({ isReference }) => !isReference));
  const references = groupsOf(types.filter(({ isReference }) => isReference));
  const noted = await stores.runs.note(run.id, {
    expected: { attempt: run.attempt, status: ["running"] },
    change: { progress: progressOf(groups, references, run) },
  });
  return noted === "moved_on" ? { kind: "ended" } : { kind: "planned", groups, references };
}

type Groups = { group: string; types: string[] }[];

function groupsOf(types: readonly PlannedType[]): Groups {
  const byGroup = Map.groupBy(types, ({ serviceGroup }) => serviceGroup);
  return [...byGroup].map(([group, members]) => ({ group, types: members.map(({ key }) => key).sort() }));
}

/** References have no list that could end: they count from zero, not from unknown. What is reported already stays. */
function progressOf(groups: Groups, references: Groups, run: OperationRun): OperationRun["progress"] {
  return {
    ...Object.fromEntries(groups.map(({ group }) => [group, noProgress])),
    ...Object.fromEntries(references.map(({ group }) => [group, { ...noProgress, total: 0 }])),
    ...run.progress,
  };
}
