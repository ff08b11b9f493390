import type { Page } from "playwright-core";

/** Opens an address of the portal and signs in as a demo user by a click; answers when the page's heading is there. */
export async function pickPerson(page: Page, address: string, user: string): Promise<void> {
  await page.goto(address);
  await page.locator(`button[value="${user}"]`).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}
