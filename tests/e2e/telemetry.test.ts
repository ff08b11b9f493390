import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { spanAttributes } from "../../src/adapters/telemetry/span-attributes.ts";
import { measurementNames } from "../../src/domain/telemetry/measurement.ts";
import { anInsights, type Insights, type Told } from "../../tools/stack/an-insights.ts";
import { clientOf } from "./support/client.ts";
import { endOf, type Run } from "./support/run.ts";

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const callersSpan = "00f067aa0ba902b7";

let insights: Insights;
let stack: Stack;
let run: Run;
let spans: Told[] = [];

const named = (name: string) => spans.filter((each) => each.name === name);
const ofGraph = () => spans.filter(({ name }) => name.startsWith("graph "));

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-telemetry-"));
  insights = await anInsights(join(dataDir, "tls"));
  const settings = { APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString };
  stack = await startStack({ dataDir, portBase: 0, settings });
  const client = await clientOf(stack, "operator");
  const tenantId = stack.ready.tenants[0]?.id ?? "";
  const headers = { traceparent: `00-${traceId}-${callersSpan}-00` };
  const started = await client.post(`/tenants/${tenantId}/snapshots?`, { label: "Olivia's own words" }, headers);
  run = await endOf(stack, client, tenantId, Object(started.json).id);
  await stack.apps.worker.run("reconciler");
  await client.get("/tenants/olivia.owner@example.com/operations?text=olivia");
  // Spans leave a process within some seconds of their end.
  await vi.waitFor(() => expect(insights.spans().map(({ name }) => name)).toContain("http listOperations"), 60_000);
  spans = insights.spans();
});

afterAll(async () => {
  await stack.close();
  await insights[Symbol.asyncDispose]();
});

describe("one trace", () => {
  test("leads from the request through message and workflow to Graph", () => {
    expect(run).toMatchObject({ outcome: "succeeded", correlationId: traceId });
    const [http] = named("http takeSnapshot");
    expect(http).toMatchObject({ traceId, parentId: callersSpan, role: "tenantpilot-http", resultCode: "202" });
    for (const name of ["send operations", "message operations", "activity planOperation", "activity endOperation"]) {
      expect(named(name), name).toMatchObject([{ traceId, parentId: http?.id }]);
    }
    const groups = named("activity observeGroup");
    expect(groups.length).toBeGreaterThan(3);
    for (const { properties } of groups) expect(properties["tenantpilot.graph.group"]).toBeDefined();
    for (const each of ofGraph()) {
      const above = groups.find(({ id }) => id === each.parentId);
      expect(each).toMatchObject({ traceId, role: "tenantpilot-worker", type: "Http" });
      expect(above?.properties["tenantpilot.graph.group"]).toBe(each.properties["tenantpilot.graph.group"]);
    }
  });

  test("names the run that it is about, in each of its parts", () => {
    const ids = { "tenantpilot.tenant_id": run.tenantId, "tenantpilot.run_id": run.id };
    for (const each of [...named("message operations"), ...named("activity observeGroup"), ...ofGraph()]) {
      expect(each.properties).toMatchObject(ids);
    }
  });

  test("counts every request to Graph that the run counts", () => {
    const told = ofGraph().map(({ properties }) => Number(properties["tenantpilot.graph.requests"]));
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(run.result?.graphRequests);
  });
});

describe("P6.10, P7.3: nothing that is exported", () => {
  test("P6.10, P7.3: every attribute that is exported is in the closed list, and has the form that the list allows", () => {
    const forms = new Map<string, RegExp>(Object.values(spanAttributes).map(({ name, form }) => [name, form]));
    forms.set("error.type", /^[a-z_]+$/);
    expect(spans.length).toBeGreaterThan(50);
    for (const { name, properties } of spans) {
      expect(name).toMatch(/^(?:http|send|message|activity|graph|run)(?: [\w/{}.$]+)+$/);
      for (const [key, value] of Object.entries(properties))
        expect(value, `${name} ${key}`).toMatch(forms.get(key) ?? /^$/);
    }
  });

  test("P6.10, P7.3: no token, payload, name or id of an object, person or text of a caller is exported", () => {
    const text = JSON.stringify(insights.envelopes());
    expect(text).not.toMatch(/eyJ|Bearer|@|olivia|own words/i);
    const { control } = stack.servers.graph;
    const objects = control.collections().flatMap((path) => control.objects(run.tenantId, path));
    expect(objects.length).toBeGreaterThan(50);
    const told = objects.flatMap(({ ["id"]: id, ["displayName"]: displayName, ["name"]: name }) =>
      // A short one, such as a scope tag's "0", is found in any text.
      [id, displayName, name].filter((each) => typeof each === "string" && each.length > 8 && text.includes(each)),
    );
    expect(told).toEqual([]);
  });

  test("P6.10, P7.3: what is exported goes to Azure Monitor alone, in the name of the apps' identities", () => {
    const claims = insights.requests.map(({ authorization }) => {
      const [, payload = ""] = authorization.replace("Bearer ", "").split(".");
      const { aud, oid } = Object(JSON.parse(Buffer.from(payload, "base64url").toString()));
      return `${aud} ${oid}`;
    });
    expect(new Set(claims).size).toBe(2);
    for (const each of claims) expect(each).toMatch(/^https:\/\/monitor\.azure\.com [0-9a-f-]{36}$/);
  });
});

test("the reconciler measures the platform, and its numbers are those of the runs", () => {
  const measured = Object.assign({}, ...insights.measurements());
  const toldElsewhere = /(^|\.)(graph\.throttled|snapshots\.damaged|audit\..+|access\..+)$/;
  const ofPlatform = measurementNames.filter((name) => !toldElsewhere.test(name));
  const names = Object.keys(measured).filter((name) => !toldElsewhere.test(name));
  expect(names.sort()).toEqual(ofPlatform.map((name) => `tenantpilot.${name}`).sort());
  expect(measured).toMatchObject({ "tenantpilot.runs.failed": 0, "tenantpilot.runs.running": 0 });
});
