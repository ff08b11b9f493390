import { describe, expect, it } from "vitest";
import { comparePermissions } from "../../../src/domain/readiness/compare-permissions.ts";
import { servicePlansOf, toApprovalPolicy } from "../../../src/domain/readiness/graph-answers.ts";
import type { Readiness } from "../../../src/domain/readiness/readiness.ts";
import { toReadinessState } from "../../../src/domain/readiness/readiness-state.ts";

const needed = new Map([["Group.Read.All", ["group"]]]);
const known = new Map([...needed, ["Agreement.Read.All", ["termsOfUse"]]]);

describe("P5.3 permissions granted against those needed", () => {
  it.each([
    ["what is needed and there is granted", ["Group.Read.All"], { granted: 1, missing: [], why: [] }],
    ["what is needed and not there is missing", [], { granted: 0, missing: ["Group.Read.All"], why: [] }],
    [
      "a higher one is no missing one, but too much",
      ["Group.ReadWrite.All"],
      { granted: 0, missing: [], why: ["higher"] },
    ],
    [
      "one for what the owners switched off is too much",
      ["Group.Read.All", "Agreement.Read.All"],
      { granted: 1, missing: [], why: ["switched_off"] },
    ],
    ["one for nothing is too much", ["Group.Read.All", "Mail.Read"], { granted: 1, missing: [], why: ["unused"] }],
  ])("%s", (_rule, has, expected) => {
    const { granted, missing, excess } = comparePermissions(has, { needed, known });
    const found = {
      granted: granted.length,
      missing: missing.map(({ permission }) => permission),
      why: excess.map(({ why }) => why),
    };
    expect(found).toEqual(expected);
  });
});

describe("what a check came to", () => {
  const application = { kind: "read", consented: true, code: null, granted: [], missing: [], excess: [] } as const;
  const excess = [{ permission: "Mail.Read", why: "unused" as const }];
  const missing = [{ permission: "Group.Read.All", serves: [] }];
  type Found = Pick<Readiness, "applications" | "intune" | "samples">;
  const whole: Found = {
    applications: [{ ...application, granted: [], missing: [], excess: [] }],
    intune: "present",
    samples: [],
  };
  const reading = (given: object): Found => ({
    ...whole,
    applications: [{ ...application, granted: [], missing: [], excess: [], ...given }],
  });

  it.each<[string, Found, string]>([
    ["ready when reading lacks nothing", whole, "ready"],
    ["ready with a permission in excess, which is a warning", reading({ excess }), "ready"],
    ["attention without consent", reading({ consented: false }), "attention"],
    ["attention when a permission is missing", reading({ missing }), "attention"],
    ["attention without Intune", { ...whole, intune: "absent" }, "attention"],
    [
      "attention when a sample was refused",
      { ...whole, samples: [{ group: "apps", state: "unknown", code: "graph_forbidden" }] },
      "attention",
    ],
    [
      "ready when a service is not licensed",
      { ...whole, samples: [{ group: "apps", state: "not_licensed", code: "not_licensed" }] },
      "ready",
    ],
  ])("is %s", (_rule, found, state) => {
    expect(toReadinessState(found)).toBe(state);
  });
});

describe("what Graph answers of a tenant", () => {
  const plan = { servicePlanName: "INTUNE_A", provisioningStatus: "Success" };

  it.each([
    ["an enabled subscription gives its plans", { capabilityStatus: "Enabled", servicePlans: [plan] }, ["INTUNE_A"]],
    ["one in its days of grace does", { capabilityStatus: "Warning", servicePlans: [plan] }, ["INTUNE_A"]],
    ["a suspended one gives none", { capabilityStatus: "Suspended", servicePlans: [plan] }, []],
    [
      "a plan that is switched off is none",
      { capabilityStatus: "Enabled", servicePlans: [{ ...plan, provisioningStatus: "Disabled" }] },
      [],
    ],
    ["what is no subscription gives none", { value: "x" }, []],
  ])("%s", (_rule, answer, plans) => {
    expect(servicePlansOf(answer)).toEqual(plans);
  });

  it("an approval policy is bounded, and what is none is left out", () => {
    const long = "x".repeat(1_000);
    expect(toApprovalPolicy({ displayName: long, policyType: "app" })).toEqual({
      name: "x".repeat(200),
      covers: "app",
    });
    expect(toApprovalPolicy({})).toEqual({ name: "", covers: "unknown" });
    expect(toApprovalPolicy(null)).toBeUndefined();
  });
});
