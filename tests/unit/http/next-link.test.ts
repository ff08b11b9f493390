import { expect, it } from "vitest";
import { nextLink } from "../../../functions/http/next-link.ts";
import { takePages } from "../../../src/domain/paging/all-pages.ts";

it("an answer that is not all names where the rest is, with the same filters (RFC 8288)", () => {
  expect(nextLink("tenants/t/audit.csv", { action: "a b", actor: undefined, page: "old" }, "next")).toEqual({
    link: '</api/tenants/t/audit.csv?action=a+b&page=next>; rel="next"',
  });
  expect(nextLink("tenants/t/audit.csv", {}, null)).toEqual({});
});

it("a list is taken from a page on, up to a number, with the page that goes on after it", async () => {
  const list = async ({ limit, page }: { limit: number; page: string | null }) => {
    const from = Number(page ?? 0);
    const items = Array.from({ length: Math.min(limit, 2_500 - from) }, (_, n) => from + n);
    return { items, nextPage: from + items.length < 2_500 ? String(from + items.length) : null };
  };
  const first = await takePages(list, 2_000, null);
  expect([first.items.length, first.nextPage]).toEqual([2_000, "2000"]);
  const rest = await takePages(list, 2_000, first.nextPage);
  expect([rest.items[0], rest.items.length, rest.nextPage]).toEqual([2_000, 500, null]);
});
