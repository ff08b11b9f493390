import { describe, expect, it } from "vitest";
import type { Failure } from "../../../src/domain/failure/failure.ts";
import type { Part, TypeResult } from "../../../src/domain/observation/part.ts";
import { failedTypesOf } from "../../../src/domain/observation/retry-types.ts";
import { aRun, runId } from "../../builders/a-run.ts";

const failure = (code: Failure["code"], target: string): Failure => ({ code, message: "No.", target, count: 1 });

const ended = (outcome: "failed" | "cancelled" | "partially_succeeded", failures: Failure[] = []) =>
  aRun({ status: "completed", outcome, failures, input: { types: null, label: null } });

const types = ["a", "b", "c"];

const part = (type: string, given: Partial<TypeResult> = {}): Part => ({
  runId,
  attempt: 1,
  group: "g",
  types: [
    {
      type,
      typeState: { state: "complete" },
      counts: { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 },
      failures: [],
      ...given,
    },
  ],
  staging: "path",
  window: { from: "2026-03-01T08:00:00.000Z", to: "2026-03-01T08:00:00.000Z" },
  objectsAdded: 0,
  bytesAdded: 0,
  graphRequests: 0,
});

describe("the failed parts of a run", () => {
  it("the failed parts of a run are the types that its failures name, by themselves or through an object", () => {
    const run = ended("partially_succeeded", [failure("graph_forbidden", "b"), failure("object_changed", "a/1")]);
    expect(failedTypesOf(run, types, [])).toEqual(["a", "b"]);
  });

  it("the failed parts of a run do not include a type that is not licensed", () => {
    expect(failedTypesOf(ended("partially_succeeded", [failure("not_licensed", "c")]), types, [])).toEqual([]);
  });

  it("the failed parts of a run are all types that were not read well when something stopped the whole run", () => {
    const parts = [
      part("a"),
      part("b", { counts: { total: 2, processed: 2, succeeded: 1, failed: 1, skipped: 0, gaps: 0 } }),
    ];
    expect(failedTypesOf(ended("failed", [failure("stalled", "")]), types, parts)).toEqual(["b", "c"]);
    expect(failedTypesOf(ended("cancelled"), types, parts)).toEqual(["b", "c"]);
  });

  it("the failed parts of a run include a type whose listing is incomplete, and not one that is not licensed, of a stopped run", () => {
    const parts = [
      part("a", { typeState: { state: "incomplete", code: "graph_page_loop", message: "No." } }),
      part("b", { typeState: { state: "not_licensed", message: "No." } }),
      part("c"),
    ];
    expect(failedTypesOf(ended("cancelled"), types, parts)).toEqual(["a"]);
  });
});
