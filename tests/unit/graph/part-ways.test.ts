import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeGraphClient } from "../../../src/adapters/graph/make-graph-client.ts";
import type { GraphAnswer } from "../../../src/adapters/graph/send.ts";
import { nothingSpent } from "../../../src/domain/graph/graph-client.ts";
import type {
  ContractChild,
  ContractLink,
  ObjectTypeContract,
} from "../../../src/domain/graph/object-type-contract.ts";
import { relationsOf } from "../../../src/domain/graph/relations-of.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { makeByteBudget } from "../../../src/domain/work/byte-budget.ts";

const never = new AbortController().signal;
const noRoute = { error: { code: "No method match route template", message: "No OData route exists that match ~/x." } };
const evidence = { grade: "doubtful", source: "a test" } as const;

/** Answers by path and query below the version; what is not there has no route. */
function aClient(answers: Readonly<Record<string, JsonObject>>) {
  const asked: string[] = [];
  const get = async (url: string): Promise<GraphAnswer> => {
    const path = url.replace(/^https:\/\/[^/]+\/[^/]+/, "");
    asked.push(path);
    const body = answers[path];
    return { status: body === undefined ? 400 : 200, body: body ?? noRoute, retryAfterMs: undefined };
  };
  const reader = { get, ask: async () => ({ status: 500, body: undefined, retryAfterMs: undefined }) };
  const client = makeGraphClient({
    memory: makeByteBudget(1e9),
    baseUrl: "https://graph.microsoft.com",
    readerOf: () => reader,
    takeRequests: () => 0,
    throttling: () => ({ ...nothingSpent, heldUntilMs: 0, pacedUntilMs: 0 }),
  });
  return { client, asked };
}

function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

/** The parts of a type that come with the single object. */
function expandedOf(key: string, object: JsonObject = {}) {
  return relationsOf(contractOf(key), object).expanded;
}

describe("parts that come with the single object", () => {
  const sets = "/deviceAppManagement/policySets/1";
  const [items, assignments] = [[{ id: "i" }], [{ id: "a", "target@odata.context": "https://x", kept: 1 }]];

  it("parts that come with the single object are asked for in one request, and are lists without the addresses that Graph writes beside them", async () => {
    const whole = { id: "1", items, "items@odata.context": "https://x", assignments };
    const { client, asked } = aClient({ [`${sets}?$expand=items,assignments`]: whole });
    expect(await client.get(contractOf("policySet"), "1", never, expandedOf("policySet"))).toEqual({
      "@odata.type": "#microsoft.graph.policySet",
      id: "1",
      items,
      assignments: [{ id: "a", kept: 1 }],
    });
    expect(asked).toHaveLength(1);
  });

  it("parts that come with the single object are asked for with their own query inside", async () => {
    const query = "$expand=scheduledActionsForRule($expand=scheduledActionConfigurations)";
    const { client, asked } = aClient({});
    await client
      .get(contractOf("deviceCompliancePolicy"), "1", never, expandedOf("deviceCompliancePolicy"))
      .catch(() => undefined);
    expect(asked[0]).toBe(`/deviceManagement/deviceCompliancePolicies/1?${query}`);
  });

  it("parts that come with the single object are asked for through a cast where only some kinds have them, and links are named instead of copied", async () => {
    const kind = "#microsoft.graph.deviceAndAppManagementRoleAssignment";
    const place = "/deviceManagement/roleAssignments/1?$expand=microsoft.graph.deviceAndAppManagementRoleAssignment";
    const tag = { id: "0", displayName: "Default", description: "Every tenant has it" };
    const { client } = aClient({ [`${place}/roleScopeTags`]: { id: "1", roleScopeTags: [tag] } });
    const parts = expandedOf("roleAssignment", { "@odata.type": kind });
    expect(await client.get(contractOf("roleAssignment"), "1", never, parts)).toMatchObject({
      roleScopeTags: [{ "@odata.type": null, id: "0", displayName: "Default" }],
    });
  });

  it("parts that come with the single object cost themselves only when Graph refuses one of them: the others come, and so does the body", async () => {
    const { client } = aClient({
      [`${sets}?$expand=items`]: { id: "1", name: "x", items },
      [sets]: { id: "1", name: "x" },
    });
    const read = await client.get(contractOf("policySet"), "1", never, expandedOf("policySet"));
    expect(read).toMatchObject({ id: "1", name: "x", items });
    expect(read).not.toHaveProperty("assignments");
  });

  it("parts that come with the single object are not taken for whole when Graph gives their first page only", async () => {
    const paged = { id: "1", assignments, items, "items@odata.nextLink": "https://graph.microsoft.com/beta/more" };
    const { client } = aClient({ [`${sets}?$expand=items,assignments`]: paged });
    await expect(client.get(contractOf("policySet"), "1", never, expandedOf("policySet"))).rejects.toMatchObject({
      code: "graph_bad_response",
    });
  });
});

describe("a part of which nobody knows how it is read", () => {
  const tunnel = "/deviceManagement/microsoftTunnelSites/1";
  const link: ContractLink = { path: "microsoftTunnelConfiguration", by: "path_or_expand", isMany: false, evidence };
  const child: ContractChild = { path: "things", by: "path_or_expand", evidence };

  it("comes by its own path where there is one", async () => {
    const { client, asked } = aClient({ [`${tunnel}/microsoftTunnelConfiguration`]: { id: "c", displayName: "C" } });
    expect(await client.links(contractOf("microsoftTunnelSite"), "1", link, never)).toEqual([
      { "@odata.type": null, id: "c", displayName: "C" },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("comes with the object where the path has no route", async () => {
    const { client } = aClient({
      [`${tunnel}?$expand=microsoftTunnelConfiguration`]: { id: "1", microsoftTunnelConfiguration: { id: "c" } },
      [`${tunnel}?$expand=things`]: { id: "1", things: [{ id: "t" }] },
    });
    const contract = contractOf("microsoftTunnelSite");
    expect(await client.links(contract, "1", link, never)).toMatchObject([{ id: "c" }]);
    expect(await client.children(contract, "1", child, never)).toEqual([{ id: "t" }]);
  });

  it("has no route when neither way has one", async () => {
    const { client } = aClient({ [tunnel]: { id: "1" } });
    const read = client.links(contractOf("microsoftTunnelSite"), "1", link, never);
    await expect(read).rejects.toMatchObject({ code: "graph_no_route" });
  });
});

it("a single link that is not set is none, also when Graph answers 200 without an object in it", async () => {
  const link: ContractLink = { path: "rootCertificate", isMany: false, evidence };
  const place = "/deviceManagement/deviceConfigurations/1/rootCertificate";
  const { client } = aClient({ [place]: { "@odata.context": "https://x", value: null } });
  expect(await client.links(contractOf("deviceConfigurationScepPkcs"), "1", link, never)).toEqual([]);
});

describe("a link that is found from its other end", () => {
  const roles = "/deviceManagement/roleDefinitions";
  const assignment = contractOf("roleAssignment");
  const [link] = assignment.links;
  if (!link) throw new Error("A role assignment names its role.");
  const answers = {
    [roles]: { value: [{ id: "r1", displayName: "Help desk" }, { id: "r2" }] },
    [`${roles}/r1/roleAssignments`]: { value: [{ id: "1" }, { id: "2" }] },
    [`${roles}/r2/roleAssignments`]: { value: [{ id: "3" }] },
  };

  it("is what names the object, and is asked for once for all objects", async () => {
    const { client, asked } = aClient(answers);
    const read = ["1", "2", "3"].map((id) => client.links(assignment, id, link, never));
    const ids = (await Promise.all(read)).map((each) => each.map(({ id, displayName }) => [id, displayName]));
    expect(ids).toEqual([[["r1", "Help desk"]], [["r1", "Help desk"]], [["r2", null]]]);
    expect(asked).toHaveLength(3);
  });

  it("is a doubt where nothing names the object, never an empty link", async () => {
    const { client } = aClient(answers);
    await expect(client.links(assignment, "4", link, never)).rejects.toMatchObject({ code: "graph_count_mismatch" });
  });
});

it("a part that Microsoft's own objects do not have is not asked of them", () => {
  const strength = contractOf("authenticationStrength");
  expect(relationsOf(strength, { policyType: "builtIn" })).toMatchObject({ children: [], isBodyAsked: false });
  expect(relationsOf(strength, { policyType: "custom" }).children).toMatchObject([
    { path: "combinationConfigurations" },
  ]);
});
