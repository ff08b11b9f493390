import { describe, expect, it } from "vitest";
import { tenantStates } from "../../../src/domain/tenant/tenant.ts";
import { moveTenant, refusalOf, type Standing, type TenantEvent } from "../../../src/domain/tenant/tenant-life.ts";

const states = [...tenantStates, "unknown"] as const;
const at = (state: Standing["state"], stateReason: string | null = null): Standing => ({ state, stateReason });
const refused = { kind: "sign_in_refused", code: "graph_consent_missing" } as const;
const resumed = { kind: "resumed", reason: "paid", lastCheck: undefined } as const;
const archived = { kind: "archived", reason: "left", isBusy: false } as const;
const suspended = { kind: "suspended", reason: "unpaid" } as const;

function after(from: Standing, event: TenantEvent): unknown {
  try {
    return moveTenant(from, event)?.state ?? "stays";
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
}

const fromEach = (event: TenantEvent) => Object.fromEntries(states.map((state) => [state, after(at(state), event)]));

describe("the life of a tenant", () => {
  it("a run that reads, or is refused the sign-in, moves between active and attention alone", () => {
    const stay = { pending_consent: "stays", suspended: "stays", archived: "stays", unknown: "stays" };
    expect(fromEach({ kind: "read" })).toEqual({ ...stay, active: "stays", attention: "active" });
    expect(fromEach(refused)).toEqual({ ...stay, active: "attention", attention: "attention" });
    expect(moveTenant(at("active"), refused)).toEqual(at("attention", "graph_consent_missing"));
  });

  it("the first check of the permissions whose token works ends the wait for consent", () => {
    const stay = { active: "stays", suspended: "stays", archived: "stays", unknown: "stays" };
    expect(fromEach({ kind: "verified" })).toEqual({ ...stay, pending_consent: "active", attention: "active" });
  });

  it("a person suspends it from any state but the last", () => {
    const suspends = { pending_consent: "suspended", active: "suspended", attention: "suspended" };
    const others = { suspended: "stays", archived: "tenant_archived", unknown: "conflict" };
    expect(fromEach(suspended)).toEqual({ ...suspends, ...others });
    expect(moveTenant(at("active"), suspended)).toEqual(at("suspended", "unpaid"));
    expect(moveTenant(at("suspended", "before"), suspended)).toBeUndefined();
  });

  it("it is resumed to what its last check found, and needs attention while nobody looked", () => {
    const stay = { pending_consent: "stays", active: "stays", attention: "stays" };
    const others = { suspended: "attention", archived: "tenant_archived", unknown: "conflict" };
    expect(fromEach(resumed)).toEqual({ ...stay, ...others });
    expect(moveTenant(at("suspended"), resumed)).toEqual(at("attention", "not_verified"));
    const works = { ...resumed, lastCheck: { signedIn: true } } as const;
    expect(moveTenant(at("suspended", "unpaid"), works)).toEqual(at("active"));
    const fails = { ...resumed, lastCheck: { signedIn: false, code: "graph_app_disabled" } } as const;
    expect(moveTenant(at("suspended"), fails)).toEqual(at("attention", "graph_app_disabled"));
  });

  it("it is archived from suspended alone, when no run is active, and for good", () => {
    const refusals = { pending_consent: "not_suspended", active: "not_suspended", attention: "not_suspended" };
    const others = { suspended: "archived", archived: "stays", unknown: "conflict" };
    expect(fromEach(archived)).toEqual({ ...refusals, ...others });
    expect(after(at("suspended"), { ...archived, isBusy: true })).toBe("tenant_busy");
  });

  it("work starts in every state but suspended and archived, and each of those has its code", () => {
    const open = { pending_consent: null, active: null, attention: null, unknown: null };
    const closed = { suspended: "tenant_suspended", archived: "tenant_archived" };
    expect(Object.fromEntries(states.map((state) => [state, refusalOf({ state })]))).toEqual({ ...open, ...closed });
  });
});
