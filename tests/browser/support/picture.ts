import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { repository } from "../../../local/stack/app-folder.ts";

const folder = join(repository, "out", "portal");

/** Keeps how the page looks in out/portal, for people to look at. Pixels are not compared. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
