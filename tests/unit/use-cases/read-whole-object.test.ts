import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { JsonObject } from "../../../src/domain/observation/observed-object.ts";
import { readWholeObject } from "../../../src/use-cases/read-whole-object.ts";
import { aClock } from "../../builders/a-clock.ts";

/** Reads a script, whose content comes with the single GET only, of which this is the answer. */
async function read(answer: JsonObject) {
  const contract = contracts.find(({ key }) => key === "deviceManagementScript");
  if (!contract) throw new Error("There is a contract of scripts.");
  const graph: Partial<GraphClient> = { get: async () => answer, assignments: async () => [] };
  // Only what is called stands in for the client.
  const deps = { graph: graph as GraphClient, clock: aClock() };
  return readWholeObject(deps, contract, { id: "1", displayName: "Listed" }, new AbortController().signal);
}

describe("what a single GET answers", () => {
  it("is the object when it has its id", async () => {
    expect((await read({ id: "1", scriptContent: "ZWNobyAx" }))?.payload).toMatchObject({ scriptContent: "ZWNobyAx" });
  });

  it.each([
    ["an error that came as a success", { error: { code: "InternalServerError", message: "An error occurred." } }],
    ["another object", { id: "2", scriptContent: "ZWNobyAy" }],
  ])("is never stored as the object when it is %s (pitfall 7)", async (_what, answer) => {
    await expect(read(answer)).rejects.toMatchObject({
      code: "graph_bad_response",
      target: "deviceManagementScript/1",
    });
  });
});
