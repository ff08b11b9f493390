import { describe, expect, it } from "vitest";
import { toImportTenants } from "../../../local/stack/import-tenants.ts";

const contoso = "/customers/contoso/export";
const fabrikam = "/customers/fabrikam/export";

describe("imported folders", () => {
  it("imported folders are tenants of their names, the same at each start", () => {
    const [one, other] = toImportTenants(["/customers/contoso", "/customers/fabrikam/"], {});
    expect([one?.name, other?.name]).toEqual(["contoso", "fabrikam"]);
    expect(one?.id).not.toBe(other?.id);
    expect(toImportTenants(["/elsewhere/contoso"], {})[0]?.id).toBe(one?.id);
  });

  it("folders of one name are two tenants, told apart by the folder above (P5.1)", () => {
    const [one, other] = toImportTenants([contoso, fabrikam], {});
    expect([one?.name, other?.name]).toEqual(["contoso/export", "fabrikam/export"]);
    expect(one?.id).not.toBe(other?.id);
  });

  it("folders of one name are two tenants at two starts on one data folder too, and each stays what it was (P5.1)", () => {
    const [first] = toImportTenants([contoso], {});
    const known = { [first?.id ?? ""]: { folder: contoso, objects: {} } };
    const [second] = toImportTenants([fabrikam], known);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.name).toBe("fabrikam/export");
    expect(toImportTenants([contoso], known)[0]).toEqual(first);
    const both = { ...known, [second?.id ?? ""]: { folder: fabrikam, objects: {} } };
    expect(toImportTenants([fabrikam, contoso], both).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  it("folders that are given twice are one tenant", () => {
    expect(toImportTenants([contoso, `${contoso}/`, "/customers/fabrikam/../contoso/export"], {})).toHaveLength(1);
  });
});
