import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../../../local/stack/app-folder.ts";
import { buildPortal } from "../../../tools/portal/build-portal.ts";

// Bytes by gzip. What a person waits for on a first visit until Home is there, and what each page brings by itself.
const firstPageLimit = 240 * 1_024;
const pageLimit = 40 * 1_024;

it("all scripts of the first page, Home and its words among them, stay below 240 KB, and the chunk of each page below 40 KB, compressed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenantpilot-portal-"));
  try {
    const { scripts, bundledFiles } = await buildPortal({ from: join(repository, "web"), to: folder });
    const first = scripts.filter((script) => script.first);
    expect(
      first.map(({ address }) => address).filter((address) => /(main|app|home-page|en)-\w+\.js$/.test(address)),
    ).toHaveLength(4);
    expect(first.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(firstPageLimit);
    expect(bundledFiles.filter((file) => file.endsWith("@fluentui/react-components/lib/index.js"))).toEqual([]);
    const pages = scripts.filter(({ address }) => /-page-\w+\.js$/.test(address));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ gzip }) => gzip > pageLimit).map(({ address, gzip }) => [address, gzip])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
