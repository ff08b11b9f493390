/** What the stack and tests ask of an app's host, through its admin endpoints. */
export type AppAdmin = {
  /** Runs a timer by hand and waits for its end. Throws when it failed. */
  run(functionName: string): Promise<void>;
  /** Nothing runs and nothing is due: no message handler, timer, workflow or activity. */
  isIdle(): Promise<boolean>;
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
      const { idle } = Object(await answer.json());
      return answer.ok && idle === true;
    },
  };
}
