import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../../../local/stack/app-folder.ts";
import { buildPortal } from "../../../tools/portal/build-portal.ts";

// Bytes by gzip. What a person waits for on a first visit, and what each page brings by itself.
// The goal is 240 KB (specs/008-portal, AC18); this keeps what is there from growing until that is reached.
const firstPageLimit = 300 * 1_024;
const pageLimit = 40 * 1_024;

it("the first page's scripts, the app's among them, stay below 300 KB, and the chunk of each page below 40 KB, compressed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenantpilot-portal-"));
  try {
    const { scripts } = await buildPortal({ from: join(repository, "web"), to: folder });
    const first = scripts.filter((script) => script.first);
    expect(first.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(firstPageLimit);
    const pages = scripts.filter(({ address }) => /-page-\w+\.js$/.test(address));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ gzip }) => gzip > pageLimit).map(({ address, gzip }) => [address, gzip])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
