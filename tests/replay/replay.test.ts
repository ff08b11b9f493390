import { eventType } from "@tenantpilot/embedded-azure/durable/history-event";
import { type RecordedHistory, replayHistory } from "@tenantpilot/embedded-azure/durable/replay-history";
import { versionMatches } from "@tenantpilot/embedded-azure/durable/version-match";
import { loadWorkflows } from "@tenantpilot/embedded-azure/host/load-workflows";
import type { OrchestrationContext } from "durable-functions";
import * as df from "durable-functions";
import { describe, expect, it } from "vitest";
import { observeServiceGroup } from "../../functions/workflows/observe-service-group.ts";
import { observeTenant } from "../../functions/workflows/observe-tenant.ts";
import { registerWorkflows } from "../../functions/workflows/register-workflows.ts";
import host from "../../host.json" with { type: "json" };
import { readRecorded } from "./recorded.ts";

const recorded = readRecorded();
const { app, names } = loadWorkflows(registerWorkflows);

describe("recorded histories against today's workflows (pitfall 27)", () => {
  it.each([...recorded])("%s replays, whatever episode an upgrade comes between", async (_file, history) => {
    expect(await replayHistory(app, history)).toBeUndefined();
  });

  it.each(names)("%s has a history of the version that new instances get", (name) => {
    const { defaultVersion } = host.extensions.durableTask;
    const ofToday = [...recorded].filter(([file]) => file.startsWith(`${defaultVersion}/`));
    expect(ofToday.map(([, { orchestrator }]) => orchestrator)).toContain(name);
  });

  it("the recorded histories have every kind of step that the product's workflows take", () => {
    const types = new Set([...recorded.values()].flatMap(({ history }) => history.map(({ EventType }) => EventType)));
    const taken = ["TaskCompleted", "TaskFailed", "TimerFired", "SubOrchestrationInstanceFailed"] as const;
    for (const name of taken) expect(types).toContain(eventType[name]);
  });

  const versions = ["1.0", host.extensions.durableTask.defaultVersion];

  it.each(versions)("those of %s have a fleet whose next generation ended it", (version) => {
    const renewed = recorded.get(`${version}/fleetRenewed-snapshotFleet-1.json`)?.history ?? [];
    expect(renewed.map(({ EventType }) => EventType)).toContain(eventType.ExecutionCompleted);
  });

  it.each(versions)(
    "those of %s have a fleet whose round failed for good, and that went on all the same",
    (version) => {
      const broken = recorded.get(`${version}/fleetBroken-snapshotFleet-1.json`)?.history ?? [];
      const types = broken.map(({ EventType }) => EventType);
      expect(types.filter((type) => type === eventType.TaskFailed)).toHaveLength(3);
      expect(types.lastIndexOf(eventType.TaskCompleted)).toBeGreaterThan(types.lastIndexOf(eventType.TaskFailed));
      expect(types).toContain(eventType.ExecutionCompleted);
    },
  );

  it.each([...recorded])("%s has a version that the app may run", (_file, { history }) => {
    const start = history.find(({ EventType }) => EventType === eventType.ExecutionStarted);
    const { defaultVersion, versionMatchStrategy, versionFailureStrategy } = host.extensions.durableTask;
    // JSON's strings are wider than the rules'; readHostJson refuses others when the host starts.
    const rules = { defaultVersion, versionMatchStrategy, versionFailureStrategy } as Parameters<
      typeof versionMatches
    >[0];
    expect(versionMatches(rules, start?.Version ?? "")).toBe(true);
  });
});

describe("a workflow that was changed without a new version", () => {
  type Orchestrator = (context: OrchestrationContext) => Generator<df.Task, unknown, unknown>;

  /** What a replay says of a change to one orchestrator. */
  function complaintOf(name: string, changed: Orchestrator): Promise<string | undefined> {
    const workflows = loadWorkflows(() => df.app.orchestration(name, changed));
    return replayHistory(workflows.app, historyOf(name));
  }

  function historyOf(name: string): RecordedHistory {
    const found = [...recorded.values()].find(({ orchestrator }) => orchestrator === name);
    if (!found) throw new Error(`There is no history of ${name}.`);
    return found;
  }

  it.each([
    ["observeTenant", observeTenant],
    ["observeServiceGroup", observeServiceGroup],
  ] as const)("%s with a step before the others fails with its name", async (name, original) => {
    const complaint = await complaintOf(name, function* (context) {
      yield context.df.callActivity("checkTenant", {});
      return yield* original(context);
    });
    expect(complaint).toMatch(new RegExp(`^${name}, episode 1: recorded`));
  });

  it("a workflow in another order fails with its name, not only at its beginning", async () => {
    const complaint = await complaintOf("observeTenant", function* (context) {
      const steps = observeTenant(context);
      const plan = yield steps.next().value as df.Task;
      yield context.df.callActivity("endOperation", {});
      return steps.next(plan);
    });
    expect(complaint).toMatch(/^observeTenant, episode 2: .*today \[.*endOperation/);
  });

  it("a workflow with a renamed step fails with its name", async () => {
    const complaint = await complaintOf("observeTenant", function* (context) {
      yield context.df.callActivity("makePlan", {});
    });
    expect(complaint).toBe(
      "observeTenant, episode 1: recorded [TaskScheduled planOperation], today [TaskScheduled makePlan]",
    );
  });

  it("a workflow with a step after the last one fails with its name", async () => {
    const complaint = await complaintOf("observeServiceGroup", function* (context) {
      const outcome = yield* observeServiceGroup(context);
      yield context.df.callActivity("endOperation", {});
      return outcome;
    });
    expect(complaint).toMatch(/^observeServiceGroup, episode \d+: recorded \[ExecutionCompleted Completed\]/);
  });
});
