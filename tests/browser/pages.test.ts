import { expect, test } from "vitest";
import { demoData } from "./support/demo-data.ts";
import { expectClean, expectNoSidewaysScrolling } from "./support/expect-clean.ts";
import { openPortal, type Visit } from "./support/open-portal.ts";
import { portalPages } from "./support/pages.ts";
import { keepPicture } from "./support/picture.ts";

const narrow = { width: 320, height: 800 };

/** The page has asked all it asks for and has drawn it. */
async function settled({ page }: Visit): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
}

/** As the person menu does, then a reload, which leads back to the same address. */
async function inGerman(visit: Visit): Promise<void> {
  const before = visit.page.url();
  await visit.page.evaluate(() => localStorage.setItem("language", "de"));
  await visit.page.reload();
  await settled(visit);
  expect(visit.page.url()).toBe(before);
  expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe("de");
}

test.for(portalPages)(
  "$name: WCAG 2.2 AA in light and dark, nothing sideways at 320 px, in English and German, and no complaint",
  async (each) => {
    const data = await demoData();
    await using visit = await openPortal(each.user, each.path(data));
    const { page } = visit;
    await settled(visit);
    await keepPicture(page, `${each.name}-light`);
    await expectClean(visit);
    await page.emulateMedia({ colorScheme: "dark" });
    await keepPicture(page, `${each.name}-dark`);
    await expectClean(visit);
    await page.setViewportSize(narrow);
    await keepPicture(page, `${each.name}-narrow`);
    await expectNoSidewaysScrolling(page);
    await page.emulateMedia({ colorScheme: "light" });
    await inGerman(visit);
    await keepPicture(page, `${each.name}-german-narrow`);
    await expectNoSidewaysScrolling(page);
    expect(visit.complaints()).toEqual([]);
  },
);
