import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { toFailure } from "../../domain/failure/failure.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import type { OpenStep, StepEnding } from "../../domain/operation-run/one-step.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { Wanted } from "../../domain/readiness/compare-permissions.ts";
import type { ApplicationKind, Readiness, ReadinessRepository } from "../../domain/readiness/readiness.ts";
import { toReadinessState } from "../../domain/readiness/readiness-state.ts";
import { type CheckedApplication, checkApplication, type SignIn } from "./check-application.ts";
import { readApprovalPolicies } from "./read-approval-policies.ts";
import { type LicencePlan, readLicences } from "./read-licences.ts";
import { intuneOf, readSamples } from "./read-samples.ts";

/** What a check of a tenant looks for. */
export type CheckPlan = {
  readonly wanted: Readonly<Record<ApplicationKind, Wanted>>;
  /** One object type of each service group that may be read in the tenant. */
  readonly samples: readonly ObjectTypeContract[];
  readonly subscriptions: ObjectTypeContract;
  readonly plans: readonly LicencePlan[];
  /** Undefined where the tenant's owners switched it off. */
  readonly approvalPolicies: ObjectTypeContract | undefined;
};

export type VerifyDeps = {
  readonly readiness: Pick<ReadinessRepository, "keep">;
  readonly clock: Clock;
  /** A new sign-in as each application, with what it is granted. */
  readonly signIn: Readonly<Record<ApplicationKind, SignIn>>;
  /** Of the reading application, for requests after its sign-in. */
  readonly graph: Pick<GraphClient, "list">;
  readonly plan: CheckPlan;
  /** Says of the tenant that its sign-in works, or why not. */
  readonly noteSignIn: (refused: ErrorCode | null) => Promise<void>;
};

/**
 * Checks a tenant: the token of each application, what is granted and missing, and one read of each kind. What is forbidden
 * is unknown, not a failure; only the reading application's sign-in fails the check. What it found is kept, so that the
 * newest check says how the tenant is.
 */
export function verifyTenant(deps: VerifyDeps, run: Pick<OperationRun, "id" | "startedAt">): OpenStep {
  const { signIn, plan } = deps;
  // Each application, each sample, the licences, the policies.
  const total = 2 + plan.samples.length + 2;
  let done = 0;
  let failed = 0;
  const onRead = (): void => {
    done += 1;
  };
  return {
    progress: () => ({ ...noProgress, total, processed: done, succeeded: done - failed, failed }),
    perform: async (signal): Promise<StepEnding> => {
      const read = await checkApplication("read", signIn.read, plan.wanted.read, signal);
      onRead();
      const write = await checkApplication("write", signIn.write, plan.wanted.write, signal);
      onRead();
      const facts = read.refused ? nothingRead : await readFacts(deps, signal, onRead);
      await deps.readiness.keep(toReadiness(deps, run, [read, write], facts));
      await deps.noteSignIn(read.refused?.code ?? null);
      done = total;
      if (!read.refused) return { failures: [], result: null };
      failed = total;
      return { failures: [toFailure(read.refused, "")], result: null };
    },
  };
}

type Facts = Pick<Readiness, "licences" | "approvalPolicies" | "samples" | "intune" | "unknown">;

const nothingRead: Facts = { licences: [], approvalPolicies: [], samples: [], intune: "unknown", unknown: [] };

async function readFacts({ graph, plan }: VerifyDeps, signal: AbortSignal, onRead: () => void): Promise<Facts> {
  const [licences, policies, samples] = await Promise.all([
    readLicences(graph, plan, signal),
    readApprovalPolicies(graph, plan.approvalPolicies, signal),
    readSamples(graph, plan.samples, signal, onRead),
  ]);
  return {
    licences: licences.licences,
    approvalPolicies: policies.approvalPolicies,
    samples: samples.map(({ sample }) => sample),
    intune: intuneOf(samples),
    unknown: [...licences.unknown, ...policies.unknown],
  };
}

function toReadiness(
  { clock }: VerifyDeps,
  { id: runId, startedAt }: Pick<OperationRun, "id" | "startedAt">,
  checked: readonly CheckedApplication[],
  facts: Facts,
): Readiness {
  const asOf = isoTime(clock.nowMs());
  const applications = checked.map(({ application }) => application);
  const hidden = checked.some(({ isKnown }) => !isKnown);
  const unknown: Readiness["unknown"] = [
    ...(hidden ? [{ part: "permissions" as const, code: "graph_bad_response" as const }] : []),
    ...facts.unknown,
  ];
  const state = toReadinessState({ ...facts, applications });
  return { ...facts, asOf, runId, startedAt: startedAt ?? asOf, state, applications, unknown };
}
