import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import packageFacts from "../../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../../..");
const pages = ["README.md", "local/README.md"];

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match.groups?.["found"] ?? []);
}

/** Keys of the schema in src/settings.ts, and what the trigger of the host reads beside them. */
const settings = allOf(read("src/settings.ts"), /^ {2}(?<found>[A-Z]\w+): /gm);
const settingsOfTheHost = ["SERVICE_BUS__credential", "SERVICE_BUS__clientId"];
// The browser that tests of the portal run in, where it is not found by its usual names.
const settingsOfTools = ["CHROMIUM_PATH"];
const settingsOfNode = ["NODE_EXTRA_CA_CERTS"];
const namesOfContractTests = globSync("packages/*/tests/**/*.ts", { cwd: root }).flatMap((file) =>
  allOf(read(file), /\b(?<found>CONTRACT_[A-Z_]+)\b/g),
);

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("names only scripts that package.json has", () => {
    const named = allOf(text, /\bnpm (?:run (?:-s )?(?<found>[a-z][\w:-]*))/g);
    expect(named.length).toBeGreaterThan(0);
    for (const script of named) expect(Object.keys(packageFacts.scripts)).toContain(script);
  });

  it("links only to files that exist", () => {
    const links = allOf(text, /\]\((?<found>[^)#]+)[^)]*\)/g).filter((link) => !link.startsWith("https://"));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
  });

  it("names only files and folders that exist", () => {
    const named = allOf(text, /`(?<found>(?:[\w.-]+\/)+(?:[\w.-]+\.(?:ts|json|md))?)`/g);
    const made = [".tenantpilot/", "dist/", "out/"];
    expect(named.length).toBeGreaterThan(0);
    for (const path of named.filter((each) => !made.some((folder) => each.startsWith(folder)))) {
      expect(existsSync(join(root, path)) || existsSync(join(root, dirname(page), path)), path).toBe(true);
    }
  });

  it("names only settings that exist", () => {
    const known = [...settings, ...settingsOfTheHost, ...settingsOfNode, ...settingsOfTools, ...namesOfContractTests];
    const named = allOf(text, /`(?<found>[A-Z]+_[A-Za-z_]+)`/g);
    for (const setting of named) expect(known).toContain(setting);
  });
});

const allPages = ["*.md", "docs/**/*.md", "infra/*.md", "local/*.md", "packages/*/*.md"].flatMap((pattern) =>
  globSync(pattern, { cwd: root }),
);

describe("pictures of the portal", () => {
  it("weigh 300 KB in all at most, and the README shows each", () => {
    const pictures = globSync("docs/pictures/*", { cwd: root });
    const bytes = pictures.reduce((sum, picture) => sum + statSync(join(root, picture)).size, 0);
    expect(bytes).toBeLessThanOrEqual(300 * 1_024);
    for (const picture of pictures) expect(read("README.md")).toContain(`](${picture})`);
  });
});

describe("every page", () => {
  it("names only scripts and benchmarks that there are", () => {
    const text = allPages.map(read).join("\n");
    for (const script of allOf(text, /\bnpm run (?:-s )?(?<found>[a-z][\w:-]*)/g)) {
      expect(Object.keys(packageFacts.scripts)).toContain(script);
    }
    const benchmarks = allOf(text, /\bnpm run bench -- (?<found>[a-z][\w-]*)/g);
    expect(benchmarks.length).toBeGreaterThan(2);
    for (const name of benchmarks) expect(existsSync(join(root, `benchmarks/${name}.ts`)), name).toBe(true);
  });

  it.each(allPages)("links only to files that exist: %s", (page) => {
    for (const link of allOf(read(page), /\]\((?<found>[^)#]+)[^)]*\)/g)) {
      if (!link.startsWith("https://")) expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
    }
  });
});

describe("README.md", () => {
  const text = read("README.md");

  it("names every setting that an operator gives", () => {
    const setByAzure = "WEBSITE_SITE_NAME";
    expect(settings.length).toBeGreaterThan(10);
    for (const setting of settings.filter((each) => each !== setByAzure)) expect(text).toContain(`\`${setting}\``);
  });

  it("names every option of npm start", () => {
    const options = allOf(read("local/start.ts"), /^ {4}"?(?<found>[a-z-]+)"?: \{ type: /gm);
    expect(options.length).toBeGreaterThan(4);
    for (const option of options) expect(text).toContain(`--${option}`);
  });

  it("gives the two commands", () => {
    expect(text).toContain("npm ci && npm run demo");
    expect(text).toContain("npm ci && npm test");
  });
});
