import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Encoding, PortalContent, PortalFile } from "../../domain/portal/portal-content.ts";

const pageName = "index.html";

/** The media type of a file. Files of another kind are not the portal's: source maps above all. */
const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** The build writes a file a second and a third time under its name and one of these. */
const encodings: readonly (readonly [Encoding, string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

// esbuild names a file by eight characters of its hash, base 32.
const hashedName = /^assets\/.+-[A-Z0-9]{8}\.\w+$/;

/** Reads a built portal. Throws the error of node:fs when the folder or its page is not there. */
export async function readFolder(folder: string): Promise<PortalContent> {
  const page = await readFile(join(folder, pageName), "utf8");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => pathOf(folder, entry)));
  const named = [...paths].filter((path) => path !== pageName && extname(path) in mediaTypes);
  const files = await Promise.all(
    named.map(async (path) => [path, await readPortalFile(folder, path, paths)] as const),
  );
  return { page, files: new Map(files) };
}

function pathOf(folder: string, { parentPath, name }: Dirent): string {
  return relative(folder, join(parentPath, name)).replaceAll(sep, "/");
}

async function readPortalFile(folder: string, path: string, paths: ReadonlySet<string>): Promise<PortalFile> {
  const plain = await readFile(join(folder, path));
  const written = encodings.filter(([, suffix]) => paths.has(`${path}${suffix}`));
  const encoded = await Promise.all(
    written.map(async ([encoding, suffix]) => [encoding, await readFile(join(folder, `${path}${suffix}`))] as const),
  );
  return {
    mediaType: mediaTypes[extname(path)] ?? "",
    isImmutable: hashedName.test(path),
    hash: createHash("sha256").update(plain).digest("hex").slice(0, 32),
    plain,
    encoded: Object.fromEntries(encoded),
  };
}
