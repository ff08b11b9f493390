import { type CloudSettings, parseCloudSettings } from "../../src/settings.ts";
import { SetupProblem } from "./setup-problem.ts";

/**
 * The cloud of the deployment. A shell may put others in place of Graph and Entra, but only both of them and on this
 * machine: an administrator's token goes to Graph, and the authority becomes the issuer that applications trust. Throws a
 * SetupProblem.
 */
export function cloudOfSetup(cloud: string | undefined, env: NodeJS.ProcessEnv): CloudSettings {
  const { GRAPH_BASE_URL, ENTRA_AUTHORITY } = env;
  const own = parsed({ CLOUD: cloud });
  const chosen = parsed({ CLOUD: cloud, GRAPH_BASE_URL, ENTRA_AUTHORITY });
  const isOwn = chosen.GRAPH_BASE_URL === own.GRAPH_BASE_URL && chosen.ENTRA_AUTHORITY === own.ENTRA_AUTHORITY;
  if (isOwn || (isHere(chosen.GRAPH_BASE_URL) && isHere(chosen.ENTRA_AUTHORITY))) return chosen;
  throw new SetupProblem(
    "GRAPH_BASE_URL and ENTRA_AUTHORITY of this shell are not those of the deployment's cloud. Unset them, or name both on this machine.",
  );
}

function parsed(environment: NodeJS.ProcessEnv): CloudSettings {
  try {
    return parseCloudSettings(environment);
  } catch (cause) {
    throw new SetupProblem("CLOUD is one of global, us_gov_l4, us_gov_l5 and china; addresses are whole ones.", {
      cause,
    });
  }
}

function isHere(address: string): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(new URL(address).hostname);
}
