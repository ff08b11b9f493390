import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { homeTenantId } from "../../../local/stack/identities.ts";
import { runSetupCommand } from "../../../tools/entra/setup-command.ts";
import { type ProgramResult, runProgram } from "../../../tools/infra/run-program.ts";
import { aDirectory, workerPrincipalId } from "./a-directory.ts";

type Directory = Awaited<ReturnType<typeof aDirectory>>;
let directory: Directory;
let folder: string;
let valuesFile: string;

/** A program of this name in a folder, as somebody else's would be found on the path. */
async function aProgram(name: string, code: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, `#!${process.execPath}\n${code}\n`);
  await chmod(file, 0o755);
}

// What the command asks of azd: `env get-values` and `env set NAME VALUE`, with the environment named.
const azd = (file: string): string => `
  const { appendFileSync, readFileSync } = require("node:fs");
  const [, , env, verb, name, value, ...named] = process.argv;
  if (env !== "env" || (verb === "set" && named.join(" ") !== "--environment Mine")) process.exit(2);
  if (verb === "get-values") process.stdout.write(readFileSync(${JSON.stringify(file)}, "utf8"));
  else appendFileSync(${JSON.stringify(file)}, name + '="' + value + '"\\n');
`;

async function signInAsAdmin(): Promise<void> {
  const { token, expiresOnTimestamp } = await directory.adminToken();
  const answer = {
    accessToken: token,
    expires_on: expiresOnTimestamp / 1_000,
    tenant: homeTenantId,
    tokenType: "Bearer",
  };
  await aProgram("az", `process.stdout.write(${JSON.stringify(JSON.stringify(answer))});`);
}

beforeAll(async () => {
  directory = await aDirectory();
});
afterAll(() => directory.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-setup-"));
  valuesFile = join(folder, "values");
  await writeFile(valuesFile, `AZURE_ENV_NAME="Mine"\nWORKER_PRINCIPAL_ID="${workerPrincipalId}"\n`);
  await signInAsAdmin();
  // The Azure CLI's credential looks for `az` on the path of this process.
  vi.stubEnv("PATH", folder);
  return () => rm(folder, { recursive: true, force: true }).finally(() => vi.unstubAllEnvs());
});

async function setUp(...args: string[]): Promise<ProgramResult> {
  const env = {
    PATH: folder,
    HOME: folder,
    GRAPH_BASE_URL: directory.graph.endpoint,
    ENTRA_AUTHORITY: directory.entra.authority,
  };
  const printed = { stdout: "", stderr: "" };
  const code = await runSetupCommand(args, {
    env,
    cwd: folder,
    print: (line) => {
      printed.stdout += `${line}\n`;
    },
    printError: (line) => {
      printed.stderr += `${line}\n`;
    },
  });
  return { code, ...printed };
}

describe("npm run entra:setup", () => {
  it("plans, applies and is done, as whoever the Azure CLI is, and keeps the ids in azd", async () => {
    await aProgram("azd", azd(valuesFile));
    const before = await readFile(valuesFile, "utf8");
    const planned = await setUp("--dry-run");
    expect(planned).toMatchObject({ code: 0, stderr: "" });
    expect(planned.stdout).toContain("make the application tenantpilot-mine-read");
    expect([directory.writes(), await readFile(valuesFile, "utf8")]).toEqual([0, before]);

    expect(await setUp("--apply")).toMatchObject({ code: 0, stderr: "" });
    const { appId } = await directory.ask("GET", "/applications(uniqueName='tenantpilot-mine-read')");
    expect(await readFile(valuesFile, "utf8")).toContain(`GRAPH_READ_APP_ID="${String(appId)}"\n`);

    const kept = await readFile(valuesFile, "utf8");
    expect((await setUp("--apply")).stdout).toContain("The directory is as it should be.");
    expect(await readFile(valuesFile, "utf8")).toBe(kept);
  });

  it("says what to keep where there is no azd", async () => {
    const { code, stdout } = await setUp("--apply", "--environment", "other");
    const { appId } = await directory.ask("GET", "/applications(uniqueName='tenantpilot-other-api')");
    expect([code, stdout]).toEqual([0, expect.stringContaining(`  API_AUDIENCE=${String(appId)}`)]);
    expect(stdout).toContain("azd was not found");
  });

  it("explains itself when it is not told what to do, or told two things, or one that it does not know", async () => {
    const told = [[], ["--dry-run", "--apply"], ["--apply", "--force"]];
    const answers = await Promise.all(told.map((args) => setUp(...args)));
    const explained = { code: 1, stdout: "", stderr: expect.stringContaining("Say one of") };
    for (const answer of answers) expect(answer).toMatchObject(explained);
  });

  it("is a program that ends with the code of what it did", async () => {
    const program = join(import.meta.dirname, "../../../tools/entra-setup.ts");
    const explained = { code: 1, stdout: "", stderr: expect.stringMatching(/^Say one of .*\n$/) };
    expect(await runProgram(process.execPath, [program], { cwd: folder })).toMatchObject(explained);
  });

  it("asks for a sign-in when there is none, and for an environment", async () => {
    expect((await setUp("--apply")).stderr).toContain("Say which environment");
    expect((await setUp("--apply", "--environment", "a'b")).stderr).toContain("cannot name an environment");
    await aProgram("az", `console.error("Please run 'az login' to setup account."); process.exit(1);`);
    const { code, stderr } = await setUp("--apply", "--environment", "mine");
    expect([code, stderr]).toEqual([1, "Nobody is signed in: az login\n"]);
  });

  it("names the role that is missing", async () => {
    const { token, expiresOnTimestamp } = await directory.readerToken();
    const answer = { accessToken: token, expires_on: expiresOnTimestamp / 1_000, tokenType: "Bearer" };
    await aProgram("az", `process.stdout.write(${JSON.stringify(JSON.stringify(answer))});`);
    const { code, stderr } = await setUp("--apply", "--environment", "third");
    expect([code, stderr]).toEqual([1, expect.stringContaining("Cloud Application Administrator")]);
  });
});
