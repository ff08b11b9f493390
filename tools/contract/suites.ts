export type Suite = {
  readonly name: string;
  /** Of its tests. */
  readonly folder: string;
  /** What must be in the environment to run it against the real service: each entry is one, or one of several. Absent = there is no such run. */
  readonly needs?: readonly (readonly string[])[];
};

/** The contract suites, each of one embedded server. */
export const suites: readonly Suite[] = [
  ofAzure("cosmos", [["CONTRACT_COSMOS_ENDPOINT"], ["CONTRACT_COSMOS_KEY"]]),
  ofAzure("service-bus", [["CONTRACT_SERVICE_BUS_NAMESPACE", "CONTRACT_SERVICE_BUS_CONNECTION_STRING"]]),
  ofAzure("blobs", [["CONTRACT_BLOB_ENDPOINT"]]),
  ofAzure("entra"),
  { name: "graph", folder: "packages/graph-simulator/tests/" },
  ofAzure("host"),
  ofAzure("durable"),
];

function ofAzure(name: string, needs?: Suite["needs"]): Suite {
  return { name, folder: `packages/embedded-azure/tests/${name}/`, ...(needs && { needs }) };
}

export type Target = "azure" | "local";

type Environment = Readonly<Record<string, string | undefined>>;

/** Why a suite cannot run against a target, or undefined when it can. */
export function obstacleOf({ needs }: Suite, target: Target, environment: Environment): string | undefined {
  if (target === "local") return undefined;
  if (!needs) return "runs against the embedded server only";
  const missing = needs.filter((names) => !names.some((name) => environment[name])).map((names) => names.join(" or "));
  return missing.length === 0 ? undefined : `not run: ${missing.join(" and ")} must be set`;
}

/** The environment of a run: a local one must not write to a real account that the shell happens to name. */
export function environmentFor(target: Target, environment: Environment): Environment {
  if (target === "azure") return environment;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("CONTRACT_")));
}
