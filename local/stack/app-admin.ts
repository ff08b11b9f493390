type Counts = Readonly<Record<string, number>>;

/** What the stack and tests ask of an app's host, through its admin endpoints. */
export type AppAdmin = {
  /** Runs a timer by hand and waits for its end. Throws when it failed. */
  run(functionName: string): Promise<void>;
  /** Nothing runs, nothing is due and no workflow is open: also none that waits for its time, such as for a lease to end. */
  isIdle(): Promise<boolean>;
  /** What the host and its Durable engine were asked for since the app started (local/surface.md). */
  operations(): Promise<{ readonly host: Counts; readonly durable: Counts }>;
};

export function adminOf(endpoint: string, masterKey: string): AppAdmin {
  const headers = { "x-functions-key": masterKey };
  return {
    run: async (functionName) => {
      const answer = await fetch(`${endpoint}/admin/functions/${functionName}?wait=1`, { method: "POST", headers });
      if (answer.status !== 200) throw new Error(`The function ${functionName} failed (${answer.status}).`);
    },
    isIdle: async () => {
      const answer = await fetch(`${endpoint}/admin/durable/idle`, { headers });
      const { idle, unfinished } = Object(await answer.json());
      return answer.ok && idle === true && unfinished === 0;
    },
    operations: async () => {
      const answer = await fetch(`${endpoint}/admin/operations`, { headers });
      const { host, durable } = Object(await answer.json());
      return { host, durable };
    },
  };
}
