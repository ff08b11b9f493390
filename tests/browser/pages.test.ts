import { expect, test } from "vitest";
import { type DemoData, demoData } from "./support/demo-data.ts";
import { expectClean, expectNoSidewaysScrolling } from "./support/expect-clean.ts";
import { openTab, type Visit } from "./support/open-portal.ts";
import { type PortalPage, portalPages } from "./support/pages.ts";
import { keepPicture } from "./support/picture.ts";

const narrow = { width: 320, height: 800 };

/** The page has asked all it asks for and has drawn it. */
async function settled({ page }: Visit): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
}

async function inLightAndDark({ name, user, path }: PortalPage, data: DemoData): Promise<void> {
  await using visit = await openTab(user, path(data));
  const { page } = visit;
  await settled(visit);
  await keepPicture(page, `${name}-light`);
  await expectClean(visit);
  await page.emulateMedia({ colorScheme: "dark" });
  await keepPicture(page, `${name}-dark`);
  await expectClean(visit);
  await page.setViewportSize(narrow);
  await keepPicture(page, `${name}-narrow`);
  await expectNoSidewaysScrolling(page);
  expect(visit.complaints()).toEqual([]);
}

async function inGerman({ name, user, path }: PortalPage, data: DemoData): Promise<void> {
  await using visit = await openTab(user, path(data), "de-DE");
  const { page } = visit;
  await page.setViewportSize(narrow);
  await settled(visit);
  expect(page.url()).toBe(visit.at(path(data)));
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
  await keepPicture(page, `${name}-german-narrow`);
  await expectNoSidewaysScrolling(page);
  expect(visit.complaints()).toEqual([]);
}

test.for(portalPages)(
  "$name: WCAG 2.2 AA in light and dark, nothing sideways at 320 px, in English and German, and no complaint",
  async (each) => {
    const data = await demoData();
    await Promise.all([inLightAndDark(each, data), inGerman(each, data)]);
  },
);
