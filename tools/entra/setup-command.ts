import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { AzureCliCredential } from "@azure/identity";
import { makeClock } from "../../src/adapters/clock/make-clock.ts";
import { makeDirectoryClient } from "../../src/adapters/graph/directory/make-directory-client.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import { openDeploymentValues } from "./azd-environment.ts";
import { cloudOfSetup } from "./cloud-of-setup.ts";
import { runSetup } from "./run-setup.ts";
import { SetupProblem } from "./setup-problem.ts";

const usage = "Say one of --dry-run and --apply. More: --environment NAME, --prune.";

export type CommandContext = {
  readonly env: NodeJS.ProcessEnv;
  /** Where azd looks for its project. */
  readonly cwd: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** The command `npm run entra:setup`, as whoever the Azure CLI is; answers the exit code. */
export async function runSetupCommand(args: readonly string[], context: CommandContext): Promise<0 | 1> {
  try {
    await setUp(readOptions(args), context);
    return 0;
  } catch (error) {
    context.printError(toAdvice(error));
    return 1;
  }
}

async function setUp(options: ReturnType<typeof readOptions>, { env, cwd, print }: CommandContext): Promise<void> {
  const values = await openDeploymentValues(options.environment, { env, cwd });
  const tenantId = values.valueOf("AZURE_TENANT_ID");
  const credential = new AzureCliCredential(tenantId === undefined ? {} : { tenantId });
  const cloud = cloudOfSetup(values.valueOf("CLOUD"), env);
  const clock = makeClock();
  const { GRAPH_BASE_URL: baseUrl, graphScope: scope } = cloud;
  const client = makeDirectoryClient({ baseUrl, scope, source: credential, clock, requestId: randomUUID() });
  const signal = new AbortController().signal;
  await runSetup({ client, credential, cloud, values, print, signal }, options);
}

function readOptions(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const spec = { "dry-run": flag, apply: flag, prune: flag, environment: { type: "string" } } as const;
  const { values } = parse(() => parseArgs({ args: [...args], options: spec }));
  if (values["dry-run"] === values.apply) throw new SetupProblem(usage);
  return values;
}

function parse<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new SetupProblem(usage, { cause });
  }
}

const again = "What was done stays, and the next run goes on from there.";

/** What went wrong and what to do about it, for the person at the keyboard. */
function toAdvice(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (!(error instanceof Fault)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const said = `${error.message} (${error.target ?? "Microsoft Graph"})`;
  if (error.code === "graph_forbidden") {
    return `${said}\nYou need the directory role Cloud Application Administrator or Application Administrator. ${again}`;
  }
  if (error.code === "graph_unauthenticated") return `${said}\nSign in again: az login. ${again}`;
  return `${said}\n${again}`;
}
