import { describe, expect, it } from "vitest";
import { productLimits } from "../../../config/capabilities.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { Capability } from "../../../src/domain/capability/capability.ts";
import { openSwitches } from "../../../src/domain/capability/limits.ts";
import { resolveCapabilities } from "../../../src/domain/capability/resolve-capabilities.ts";
import { golden } from "./golden.ts";

const capabilities = resolveCapabilities(contracts, productLimits);

/** `type: what may be done, risk` in one line: a letter stands for yes, a dash for no. */
function toLine({ type, risk, restore, ...can }: Capability): string {
  const letters = [
    can.inventory ? "I" : "-",
    can.snapshot ? "S" : "-",
    can.diff ? "D" : "-",
    can.assignments ? "A" : "-",
    can.links ? "L" : "-",
  ];
  return `${type} ${letters.join("")} ${restore} ${risk}`;
}

function capabilityOf(type: string, resolved = capabilities): Capability {
  const found = resolved.find((each) => each.type === type);
  if (!found) throw new Error(`There is no type ${type}.`);
  return found;
}

const offers = contracts.map((contract) => ({ ...contract, restore: "enabled" as const }));
const everything = { ...productLimits, mostRestore: "enabled" } as const;

describe("capabilities", () => {
  it("capabilities are exactly these (P4.2)", () => {
    expect(capabilities.map(toLine)).toEqual(golden);
  });

  it("capabilities say where secrets stand that are kept, and not those that are taken out", () => {
    const kept = capabilities.filter(({ secrets }) => secrets.length > 0);
    expect(kept.map(({ type }) => type)).toContain("settingsCatalog");
    for (const { type, secrets } of capabilities) {
      const contract = contracts.find(({ key }) => key === type);
      const stored = contract?.secrets.filter(({ kind }) => kind !== "never_snapshot") ?? [];
      expect(secrets.map(({ path }) => path)).toEqual(stored.map(({ path }) => path));
    }
  });

  it("capabilities do not depend on the order of contracts (P4.1)", () => {
    expect(resolveCapabilities(contracts.toReversed(), productLimits)).toEqual(capabilities);
  });

  it("capabilities let a high-risk type be previewed and no more, until an owner has enabled it (P2.3)", () => {
    const tenant = { ...openSwitches, highRiskEnabled: ["conditionalAccessPolicy"] };
    for (const { type, risk, restore, snapshot, reasons } of resolveCapabilities(offers, everything, tenant)) {
      const isHeldBack = risk === "high" && type !== "conditionalAccessPolicy";
      if (snapshot) expect([type, restore]).toEqual([type, isHeldBack ? "preview_only" : "enabled"]);
      if (snapshot) expect(reasons.includes("High risk: a restore can only be previewed."), type).toBe(isHeldBack);
    }
  });

  it("capabilities of an enabled high-risk type stay within what contract, product and tenant allow (P2.3)", () => {
    const tenant = { ...openSwitches, highRiskEnabled: contracts.map(({ key }) => key) };
    const restoreOf = (...given: Parameters<typeof resolveCapabilities>) =>
      capabilityOf("conditionalAccessPolicy", resolveCapabilities(...given)).restore;
    expect(restoreOf(offers, everything, tenant)).toBe("enabled");
    expect(restoreOf(offers, productLimits, tenant)).toBe("preview_only");
    expect(restoreOf(contracts, everything, tenant)).toBe("preview_only");
    expect(restoreOf(offers, everything, { ...tenant, mostRestore: "none" })).toBe("none");
    expect(restoreOf(offers, everything, { ...tenant, withheld: ["conditionalAccessPolicy"] })).toBe("none");
  });

  it("capabilities follow the most cautious of contract, product and tenant", () => {
    const careful = { ...openSwitches, mostRestore: "none" } as const;
    expect(capabilityOf("deviceCategory", resolveCapabilities(offers, productLimits)).restore).toBe("preview_only");
    expect(capabilityOf("deviceCategory", resolveCapabilities(offers, everything, careful)).restore).toBe("none");
  });

  it("capabilities are none at all in a cloud that lacks the type, and say so", () => {
    const lacking = contracts.map((contract) => ({ ...contract, notAvailable: ["china" as const] }));
    const found = capabilityOf("deviceCategory", resolveCapabilities(lacking, { ...productLimits, cloud: "china" }));
    expect(toLine(found)).toBe("deviceCategory ----- none low");
    expect(found.reasons).toEqual(["Not available in this cloud."]);
  });

  it("capabilities are none at all for a type that product or tenant withholds, with the reason", () => {
    const product = { ...productLimits, withheld: { deviceCategory: "Not yet released." } };
    const tenant = { ...openSwitches, withheld: ["deviceCategory"] };
    const reasonsOf = (resolved: Capability[]) => capabilityOf("deviceCategory", resolved).reasons;
    expect(reasonsOf(resolveCapabilities(contracts, product))).toEqual(["Not yet released."]);
    expect(reasonsOf(resolveCapabilities(contracts, productLimits, tenant))).toEqual(["Switched off for this tenant."]);
  });

  it("capabilities of secrets are none, and the reason is there", () => {
    const found = capabilityOf("hardwarePasswordDetail");
    expect(found).toMatchObject({ inventory: false, snapshot: false, diff: false, restore: "none" });
    expect(found.reasons).toEqual(["BIOS passwords of devices in clear text: they are never read and never stored."]);
  });

  it("capabilities give a reason wherever something cannot be done", () => {
    for (const { type, snapshot, restore, reasons } of capabilities) {
      if (!snapshot || restore !== "enabled") expect(reasons, type).not.toEqual([]);
    }
  });
});
