import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export type PortalFolders = {
  /** Folder of the repository, which holds `web/`. */
  readonly repository: string;
  /** Folder that is served. */
  readonly to: string;
};

/** What a build depends on beside the files of `web/`: the versions of its packages, and how it is made. */
const alsoRead = ["package-lock.json", "tools/portal/build-portal.ts", "tools/portal/direct-imports.ts"];

/** Says in the built folder of which sources it is, so that whoever empties the folder takes it away too. */
const hashFile = "sources.sha256";

/**
 * Builds the portal from the sources, unless what is there is of the same ones. A build takes the place of an older one
 * as a whole, so that nobody is served half of it and two starts may build at once. Answers whether it built.
 */
export async function preparePortal({ repository, to }: PortalFolders): Promise<boolean> {
  const wanted = await hashOfSources(repository);
  if ((await readFile(join(to, hashFile), "utf8").catch(() => "")) === wanted) return false;
  await mkdir(dirname(to), { recursive: true });
  const draft = await mkdtemp(`${to}-`);
  const drop = (): void => rmSync(draft, { recursive: true, force: true });
  // Whoever ends the process in the middle of a build leaves nothing of it.
  process.once("exit", drop);
  try {
    // The bundler is loaded by those starts only that need it.
    const { buildPortal } = await import("../../tools/portal/build-portal.ts");
    await buildPortal({ from: join(repository, "web"), to: draft });
    await writeFile(join(draft, hashFile), wanted);
    await takePlace(draft, to);
    return true;
  } finally {
    process.off("exit", drop);
    drop();
  }
}

async function takePlace(draft: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(draft, to).catch((error: NodeJS.ErrnoException) => {
    // Another start was faster, with a build of the same sources.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}

async function hashOfSources(repository: string): Promise<string> {
  const entries = await readdir(join(repository, "web"), { recursive: true });
  const hash = createHash("sha256");
  for (const name of [...entries.map((entry) => join("web", entry)).toSorted(), ...alsoRead]) {
    const content = await readFile(join(repository, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EISDIR") return undefined;
      throw error;
    });
    if (content) hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
