import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { bundledFiles } from "../build/bundled-files.ts";
import { directImports } from "./direct-imports.ts";
import { packagesInside } from "./packages-inside.ts";

/** A script of the portal: its address below `/`, and its bytes as they are, by gzip and by brotli. */
export type PortalScript = {
  readonly address: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Whether Home waits for it on a first visit: entry, app, Home itself, the words of a language, and all they import. */
  readonly first: boolean;
};

/** What was built: the scripts, and the files of which something is in them, as paths from the folder that holds `web/`. */
export type PortalBuild = { readonly scripts: readonly PortalScript[]; readonly bundledFiles: readonly string[] };

type Output = Metafile["outputs"][string];
/** Paths of scripts, each with all that it imports; the entry comes first. */
type PageParts = { readonly entry: readonly string[]; readonly app: readonly string[] };
/** Its path and what esbuild says of it. */
type Script = readonly [name: string, output: Output];

const entryFile = "src/main.ts";
/** What the entry imports beside the sign-in. */
const appFile = "src/app.tsx";
/** What else Home waits for. A person loads the words of one language; they are of about one size. */
const homeFiles = ["src/pages/home/home-page.tsx", "src/words/en.ts"];

/**
 * Bundles the portal: `from` is the folder `web/`, `to` the folder that is served (emptied first). One chunk a lazy page,
 * names that change with their content, each script compressed beside itself, because a function would pay two seconds
 * for that at its first answer.
 */
export async function buildPortal({ from, to }: { from: string; to: string }): Promise<PortalBuild> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const root = dirname(from);
  const metafile = await bundle(root, from, to);
  const { outputs } = metafile;
  const scripts = Object.entries(outputs).filter(([name]) => name.endsWith(".js"));
  const entry = scriptOf(entryFile, scripts);
  if (!entry) throw new Error(`The bundle has no entry: ${entryFile} is missing in ${from}`);
  const scriptsOf = (files: readonly string[]): readonly Script[] =>
    files.map((file) => scriptOf(file, scripts)).filter((script) => script !== undefined);
  const first = withImports([entry, ...scriptsOf([appFile, ...homeFiles])], outputs);
  const compressed = await Promise.all(scripts.map(([name]) => compress(resolve(root, name), first.includes(name))));
  const files = bundledFiles(metafile);
  await writeFile(join(to, "packages.json"), JSON.stringify(await packagesInside(root, files)));
  // Last: whoever finds the page finds all that it names.
  const parts = { entry: withImports([entry], outputs), app: withImports(scriptsOf([appFile]), outputs) };
  await writeFile(join(to, "index.html"), await toPage(from, parts));
  return { scripts: compressed, bundledFiles: files };
}

async function bundle(root: string, from: string, to: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(from, entryFile)],
    tsconfig: join(from, "tsconfig.json"),
    outdir: to,
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    plugins: [directImports()],
    define: { "process.env.NODE_ENV": '"production"' },
    // Licences of what is inside stand in a file beside each script.
    legalComments: "linked",
    logLevel: "warning",
    metafile: true,
  });
  return metafile;
}

function scriptOf(file: string, scripts: readonly Script[]): Script | undefined {
  return scripts.find(([, output]) => output.entryPoint?.endsWith(file));
}

/** These scripts and all that they import without waiting for a click. */
function withImports(starts: readonly Script[], outputs: Metafile["outputs"]): readonly string[] {
  const found = new Set(starts.map(([name]) => name));
  const pending = starts.map(([, output]) => output);
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const { path } of next.imports.filter(({ kind, external }) => kind === "import-statement" && !external)) {
      const imported = outputs[path];
      if (!imported || found.has(path)) continue;
      found.add(path);
      pending.push(imported);
    }
  }
  return [...found];
}

/** The page loads the entry and what that imports at once; the entry has the app's scripts fetched when it needs them. */
async function toPage(from: string, { entry: [entry = "", ...imported], app }: PageParts): Promise<string> {
  const preloads = imported.map((name) => `<link rel="modulepreload" href="${addressOf(name)}" />`);
  const later = app.filter((name) => name !== entry && !imported.includes(name)).map(addressOf);
  const page = await readFile(join(from, "index.html"), "utf8");
  return page
    .replace("__PRELOADS__", preloads.join("\n    "))
    .replace("__APP_SCRIPTS__", later.join(" "))
    .replace("__ENTRY__", addressOf(entry));
}

async function compress(file: string, first: boolean): Promise<PortalScript> {
  const content = await readFile(file);
  const [zipped, smaller] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content),
  ]);
  await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, smaller)]);
  return { address: addressOf(file), bytes: content.length, gzip: zipped.length, brotli: smaller.length, first };
}

function addressOf(file: string): string {
  return `/${file.slice(file.lastIndexOf("assets/"))}`;
}
