import { describe, expect, it } from "vitest";
import { placeImports } from "../../../local/stack/place-imports.ts";

const contoso = "/customers/contoso/export";
const fabrikam = "/customers/fabrikam/export";

describe("imported folders", () => {
  it("imported folders are tenants of their names, the same at each start", () => {
    const [one, other] = placeImports(["/customers/contoso", "/customers/fabrikam/"], {});
    expect([one?.name, other?.name]).toEqual(["contoso", "fabrikam"]);
    expect(one?.id).not.toBe(other?.id);
    expect(placeImports(["/elsewhere/contoso"], {})[0]?.id).toBe(one?.id);
  });

  it("folders of one name are two tenants, told apart by the folder above (P5.1)", () => {
    const [one, other] = placeImports([contoso, fabrikam], {});
    expect([one?.name, other?.name]).toEqual(["contoso/export", "fabrikam/export"]);
    expect(one?.id).not.toBe(other?.id);
  });

  it("folders of one name are two tenants at two starts on one data folder too, and each stays what it was (P5.1)", () => {
    const [first] = placeImports([contoso], {});
    const known = { [first?.id ?? ""]: { folder: contoso, objects: {} } };
    const [second] = placeImports([fabrikam], known);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.name).toBe("fabrikam/export");
    expect(placeImports([contoso], known)[0]).toEqual(first);
    const both = { ...known, [second?.id ?? ""]: { folder: fabrikam, objects: {} } };
    expect(placeImports([fabrikam, contoso], both).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  it("folders that are given twice are one tenant", () => {
    expect(placeImports([contoso, `${contoso}/`, "/customers/fabrikam/../contoso/export"], {})).toHaveLength(1);
  });
});
