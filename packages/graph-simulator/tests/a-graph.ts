import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GraphOptions, type RunningGraph, startGraph } from "../src/start-graph.ts";

export const tenantId = "11111111-2222-4333-8444-555555555555";
export const otherTenantId = "22222222-2222-4333-8444-555555555555";
export const authorization = `Bearer tenant:${tenantId}`;

export const paths = {
  catalog: "/deviceManagement/configurationPolicies",
  configurations: "/deviceManagement/deviceConfigurations",
  compliance: "/deviceManagement/deviceCompliancePolicies",
  scripts: "/deviceManagement/deviceManagementScripts",
  healthScripts: "/deviceManagement/deviceHealthScripts",
  templates: "/deviceManagement/groupPolicyConfigurations",
  drivers: "/deviceManagement/windowsDriverUpdateProfiles",
  scopeTags: "/deviceManagement/roleScopeTags",
  iosProtections: "/deviceAppManagement/iosManagedAppProtections",
  locations: "/identity/conditionalAccess/namedLocations",
  access: "/identity/conditionalAccess/policies",
  groups: "/groups",
};

export type Item = Readonly<Record<string, unknown>>;

/** What answers may hold; a test reads only what the answer it expects has, so that a missing part fails the test. */
export type Body = Item & {
  readonly value: readonly Item[];
  readonly error: { readonly code: string; readonly message: string; readonly innerError: Item };
  readonly responses: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Body;
  }[];
  readonly "@odata.nextLink"?: string;
};

export type Got = { readonly status: number; readonly headers: Headers; readonly body: Body };

export type TestGraph = RunningGraph & {
  get(path: string, headers?: Record<string, string>): Promise<Got>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
};

/** A server of its own folder with two empty tenants; requests below the beta version unless they say otherwise. */
export async function aGraph(options: Partial<GraphOptions> = {}): Promise<TestGraph> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "graph-")));
  const graph = await startGraph({ port: 0, contracts: [], ...options, dir });
  graph.control.putTenant({ id: tenantId, name: "One" });
  graph.control.putTenant({ id: otherTenantId, name: "Two" });
  const send: TestGraph["send"] = async (method, path, body, headers = {}) => {
    const url = path.startsWith("http")
      ? path
      : `${graph.endpoint}${/^\/(v1|beta|_control)/.test(path) ? "" : "/beta"}${path}`;
    const content = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(url, {
      method,
      headers: { authorization, ...content, ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: toBody(text) };
  };
  const close = async () => {
    await graph.close();
    if (!options.dir) await rm(dir, { recursive: true, force: true });
  };
  return {
    ...graph,
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    close,
    [Symbol.asyncDispose]: close,
  };
}

export function numbered(count: number, toObject: (index: number) => object): object[] {
  return Array.from({ length: count }, (_, index) => toObject(index));
}

export function groupTarget(groupId: string) {
  return { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId };
}

function toBody(text: string): Body {
  return JSON.parse(text === "" ? "{}" : text) as Body;
}
