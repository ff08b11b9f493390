import { z } from "zod";
import { runViewSchema, startedViewSchema } from "../../src/domain/operation-run/run-view.ts";
import { entrySchema } from "../../src/domain/snapshot/entry.ts";
import { snapshotSchema } from "../../src/domain/snapshot/snapshot.ts";

/** `answered` is the HTTP status: 202 created, 200 joined. */
export type StartedRun = { readonly answered: number } & z.infer<typeof startedViewSchema>;
export type Run = z.infer<typeof runViewSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The API of one tenant as a client sees it: HTTP and nothing else. Throws with the problem's text on a refusal. */
export type ApiClient = {
  readonly startSnapshot: (label: string) => Promise<StartedRun>;
  readonly run: (runId: string) => Promise<Run>;
  readonly snapshot: (snapshotId: string) => Promise<Snapshot>;
  readonly entries: (snapshotId: string) => Promise<Entry[]>;
};

export function makeApiClient(api: string, tenantId: string, token: string): ApiClient {
  const base = `${api}/tenants/${tenantId}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

  async function call(path: string, body?: object): Promise<{ status: number; json: unknown }> {
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(`${base}${path}`, { headers, ...post });
    const json: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} was refused (${response.status}): ${Object(json).detail}`);
    return { status: response.status, json };
  }

  async function entries(snapshotId: string): Promise<Entry[]> {
    const all: Entry[] = [];
    let page = "";
    do {
      const { json } = await call(`/snapshots/${snapshotId}/entries?limit=500${page}`);
      const { items, nextPage } = entryPageSchema.parse(json);
      all.push(...items);
      page = nextPage === null ? "" : `&page=${encodeURIComponent(nextPage)}`;
    } while (page !== "");
    return all;
  }

  return {
    entries,
    startSnapshot: async (label) => {
      const { status, json } = await call("/snapshots", { label });
      return { ...startedViewSchema.parse(json), answered: status };
    },
    run: async (runId) => runViewSchema.parse((await call(`/operations/${runId}`)).json),
    snapshot: async (snapshotId) => snapshotSchema.parse((await call(`/snapshots/${snapshotId}`)).json),
  };
}

const entryPageSchema = z.object({ items: z.array(entrySchema), nextPage: z.string().nullable() });
