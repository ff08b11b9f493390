import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { preparePortal } from "../../../local/stack/prepare-portal.ts";

const root = await mkdtemp(join(tmpdir(), "tenantpilot-prepare-"));
afterAll(() => rm(root, { recursive: true, force: true }));

/** A repository with the smallest portal there is. */
async function aRepository(): Promise<{
  repository: string;
  to: string;
  put: (name: string, text: string) => Promise<void>;
}> {
  const repository = await mkdtemp(join(root, "repository-"));
  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(repository, name)), { recursive: true });
    await writeFile(join(repository, name), text);
  };
  await put("package-lock.json", "{}");
  await put("tools/portal/build-portal.ts", "");
  await put("tools/portal/direct-imports.ts", "");
  await put("web/tsconfig.json", "{}");
  await put("web/index.html", "<script type=module src=__ENTRY__></script>__PRELOADS__");
  await put("web/src/main.ts", "document.title = 'first';");
  return { repository, to: join(repository, "out", "web"), put };
}

it("a portal is built once, and again only when its files or the versions of its packages have changed", async () => {
  const { repository, to, put } = await aRepository();
  const prepare = () => preparePortal({ repository, to });
  expect(await prepare()).toBe(true);
  expect(existsSync(join(to, "index.html"))).toBe(true);
  expect(await prepare()).toBe(false);
  for (const [name, text] of [
    ["web/src/main.ts", "document.title = 'second';"],
    ["web/src/another.ts", ""],
    ["package-lock.json", '{ "lockfileVersion": 3 }'],
    ["tools/portal/build-portal.ts", "// another way"],
    ["tools/portal/direct-imports.ts", "// another way"],
  ] as const) {
    await put(name, text);
    expect(await prepare(), name).toBe(true);
    expect(await prepare(), name).toBe(false);
  }
});

it("a portal that somebody else built or took away is built again", async () => {
  const { repository, to } = await aRepository();
  await mkdir(to, { recursive: true });
  expect(await preparePortal({ repository, to })).toBe(true);
  await rm(to, { recursive: true });
  expect(await preparePortal({ repository, to })).toBe(true);
});

it("two starts at once leave one whole portal and nothing beside it", async () => {
  const { repository, to } = await aRepository();
  await Promise.all([preparePortal({ repository, to }), preparePortal({ repository, to })]);
  expect(await readdir(dirname(to))).toEqual(["web"]);
  expect(await preparePortal({ repository, to })).toBe(false);
});

it("a build that fails leaves the portal that was there", async () => {
  const { repository, to, put } = await aRepository();
  await preparePortal({ repository, to });
  await put("web/src/main.ts", "this is no program");
  await expect(preparePortal({ repository, to })).rejects.toThrow();
  expect(await readdir(dirname(to))).toEqual(["web"]);
  expect(existsSync(join(to, "index.html"))).toBe(true);
});
