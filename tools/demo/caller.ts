import { setTimeout as pause } from "node:timers/promises";
import type { ReadyLine } from "../../local/stack/ready-line.ts";
import { runViewSchema } from "../../src/domain/operation-run/run-view.ts";
import type { Run } from "./api-client.ts";
import { signIn } from "./sign-in.ts";

/** The API as one demo user calls it. Throws with the problem's text on a refusal. */
export type Caller = {
  readonly call: (method: string, path: string, body?: object) => Promise<unknown>;
  readonly text: (path: string) => Promise<string>;
  /** Waits for the end of a run that was started; throws when it did not succeed. */
  readonly follow: (tenant: string, started: unknown) => Promise<Run>;
};

const pollMs = 100;
const longestMs = 50_000;

export async function makeCaller(ready: ReadyLine, user: string): Promise<Caller> {
  const token = await signIn(ready.entra.authority, user);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

  async function text(path: string, method = "GET", body?: object): Promise<string> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${ready.api}${path}`, { method, headers, ...sent });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${String(Object(JSON.parse(answer)).detail)} (${response.status})`);
    return answer;
  }

  const call = async (method: string, path: string, body?: object): Promise<unknown> =>
    JSON.parse(await text(path, method, body));
  return {
    call,
    text: (path) => text(path),
    follow: async (tenant, started) => {
      const { id } = runViewSchema.parse(started);
      for (const until = Date.now() + longestMs; Date.now() < until; await pause(pollMs)) {
        const run = runViewSchema.parse(await call("GET", `${tenant}/operations/${id}`));
        if (run.outcome === "succeeded") return run;
        if (run.status === "completed")
          throw new Error(`The run ended as ${run.outcome}: ${JSON.stringify(run.failures)}`);
      }
      throw new Error(`The run ${id} did not end within ${longestMs / 1_000} s.`);
    },
  };
}
