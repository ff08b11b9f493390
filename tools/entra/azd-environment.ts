import { type ProgramResult, runProgram } from "../infra/run-program.ts";
import { SetupProblem } from "./setup-problem.ts";

/** Where a deployment keeps its values: azd's own environment, or without azd what the shell has. */
export type DeploymentValues = {
  readonly environment: string;
  readonly valueOf: (name: string) => string | undefined;
  /** Keeps a value; answers false when nothing here can, and a person must. */
  readonly set: (name: string, value: string) => Promise<boolean>;
};

type AzdContext = { readonly env: NodeJS.ProcessEnv; readonly cwd: string };

// azd allows these in the name of an environment, and they are safe in a key of the directory.
const nameForm = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/**
 * Opens the environment named, or azd's current one. Values go through `azd env`, which owns the file under `.azure/`.
 * Without azd the values are the shell's, and nothing is kept.
 */
export async function openDeploymentValues(named: string | undefined, context: AzdContext): Promise<DeploymentValues> {
  const chosen = named ?? context.env["AZURE_ENV_NAME"];
  const of = chosen === undefined ? [] : ["--environment", chosen];
  const answer = await runAzd(["env", "get-values", ...of], context);
  if (!answer) return fromShell(chosen, context.env);
  if (answer.code !== 0) {
    const said = answer.stderr.trim();
    throw new SetupProblem(`azd gave no values (${said}). Without an environment: azd env new ${chosen ?? "NAME"}`);
  }
  const values = parseValues(answer.stdout);
  const environment = checkName(values.get("AZURE_ENV_NAME") ?? chosen);
  return {
    environment,
    valueOf: (name) => values.get(name) || undefined,
    set: async (name, value) => {
      const { code, stderr } = (await runAzd(["env", "set", name, value, "--environment", environment], context)) ?? {};
      if (code !== 0) throw new SetupProblem(`azd could not keep ${name}: ${stderr?.trim()}`);
      return true;
    },
  };
}

function fromShell(chosen: string | undefined, env: NodeJS.ProcessEnv): DeploymentValues {
  return { environment: checkName(chosen), valueOf: (name) => env[name] || undefined, set: async () => false };
}

/** The name of an environment, or a SetupProblem: it becomes part of keys in the directory. */
export function checkName(name: string | undefined): string {
  if (name === undefined) throw new SetupProblem("Say which environment: azd env new NAME, or --environment NAME.");
  if (!nameForm.test(name))
    throw new SetupProblem(`${name} cannot name an environment: letters, digits and hyphens only.`);
  return name;
}

/** Lines of `NAME="value"`, as `azd env get-values` prints them. */
export function parseValues(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").flatMap((line) => {
    const { name, value } = /^(?<name>\w+)=(?<value>.*)$/.exec(line.trim())?.groups ?? {};
    return name === undefined || value === undefined ? [] : [[name, unquote(value)] as const];
  });
  return new Map(lines);
}

function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1).replaceAll(/\\(["\\])/g, "$1") : value;
}

/** Undefined where there is no azd. */
function runAzd(args: string[], { env, cwd }: AzdContext): Promise<ProgramResult | undefined> {
  return runProgram("azd", args, { cwd, env }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
}
