import { expect, it } from "vitest";
import { parsePortalPath } from "../../../functions/http/portal/parse-portal-path.ts";

const kindOf = (path: string) => parsePortalPath(`https://portal.example${path}`).kind;

it.each(["a.b", "T_1.2.3", "v1.json", "50%25", "one%2Ftwo.three"])(
  "the page of an object is a page whatever its id holds: %s",
  (id) => {
    expect(kindOf(`/tenants/t/inventory/deviceConfigurations/${id}`)).toBe("page");
    expect(kindOf(`/tenants/t/snapshots/s?open=${id}`)).toBe("page");
  },
);

it("elsewhere a dot means a file, and an address that cannot be read is nobody's", () => {
  expect(kindOf("/assets/main-AB12.js")).toBe("file");
  expect(kindOf("/tenants.json")).toBe("file");
  expect(kindOf("/about")).toBe("page");
  expect(kindOf("/tenants/t/%E0%A4")).toBe("nothing");
});
