import { describe, expect, it } from "vitest";
import { fleetEndSchema, fleetWorkSchema } from "../../../src/domain/fleet/steps.ts";
import { endingWorkSchema, groupWorkSchema } from "../../../src/domain/observation/steps.ts";
import { workSchema } from "../../../src/domain/operation-run/work.ts";
import { runId, tenantId } from "../../builders/a-run.ts";

const work = { tenantId, runId, attempt: 1 };

describe("the input of a step", () => {
  it.each([
    [workSchema, work],
    [groupWorkSchema, { ...work, group: "apps", types: ["mobileApp"] }],
    [endingWorkSchema, { ...work, reason: "done", failure: null }],
    [fleetWorkSchema, { ...work, isPlanned: true }],
    [fleetEndSchema, { ...work, reason: "done" }],
  ])("an input of a newer version is read without what that one added (pitfall 27)", (schema, input) => {
    expect(schema.parse({ ...input, added: 1 })).toEqual(input);
  });
});
