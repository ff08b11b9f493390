import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReadPortal } from "../../../src/adapters/portal-files/make-read-portal.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-portal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const script = "assets/main-AB12CD34.js";

async function build(): Promise<void> {
  await mkdir(join(folder, "web/assets"), { recursive: true });
  await writeFile(join(folder, "web/index.html"), "the page");
  await writeFile(join(folder, "web/icon.svg"), "<svg/>");
  for (const suffix of ["", ".br", ".gz", ".map"])
    await writeFile(join(folder, `web/${script}${suffix}`), `script${suffix}`);
}

describe("the portal's folder", () => {
  it("is read with the forms that the build wrote, and nothing else in it is served", async () => {
    await build();
    await writeFile(join(folder, "secret.json"), "{}");
    await symlink(join(folder, "secret.json"), join(folder, "web/linked.json"));
    const { page, files } = await makeReadPortal(join(folder, "web"))();
    expect(page).toBe("the page");
    expect([...files.keys()].sort()).toEqual([script, "icon.svg"]);
    const file = files.get(script);
    expect(file).toMatchObject({ mediaType: "text/javascript; charset=utf-8", isImmutable: true });
    const texts = [file?.plain, file?.encoded.br, file?.encoded.gzip].map((bytes) =>
      Buffer.from(bytes ?? []).toString(),
    );
    expect(texts).toEqual(["script", "script.br", "script.gz"]);
    expect(files.get("icon.svg")).toMatchObject({ mediaType: "image/svg+xml", isImmutable: false, encoded: {} });
  });

  it("is looked for until it is there, and read once", async () => {
    const read = makeReadPortal(join(folder, "web"));
    await expect(read()).rejects.toMatchObject({ code: "portal_missing" });
    await build();
    const content = await read();
    await writeFile(join(folder, "web/index.html"), "another page");
    expect(await read()).toBe(content);
  });

  it("gives a file another hash when its content is another", async () => {
    await build();
    const hashOfIcon = async () => (await makeReadPortal(join(folder, "web"))()).files.get("icon.svg")?.hash;
    const before = await hashOfIcon();
    await writeFile(join(folder, "web/icon.svg"), "<svg />");
    expect(await hashOfIcon()).not.toBe(before);
  });

  it("is missing without a page, whatever else is there, and the answer names no path of the machine", async () => {
    await build();
    await rm(join(folder, "web/index.html"));
    const failure = await makeReadPortal(join(folder, "web"))().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "portal_missing" });
    expect(String(failure)).not.toContain(folder);
  });
});
