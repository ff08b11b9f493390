import { app } from "@azure/functions";
import * as df from "durable-functions";

// What the soak of the Durable engine runs: sums by activities, in two waves, so that a kill finds work in every state.

df.app.activity("same", { handler: (n: number) => n });
df.app.orchestration("half", function* (context) {
  const numbers: number[] = context.df.getInput();
  const results: number[] = yield context.df.Task.all(numbers.map((n) => context.df.callActivity("same", n)));
  return results.reduce((sum, each) => sum + each, 0);
});
df.app.orchestration("sum", function* (context) {
  const count: number = context.df.getInput();
  const numbers = Array.from({ length: count }, (_, n) => n);
  const middle = Math.floor(count / 2);
  const first: number = yield context.df.callSubOrchestrator("half", numbers.slice(0, middle));
  const second: number = yield context.df.callSubOrchestrator("half", numbers.slice(middle));
  return first + second;
});

app.http("start", {
  route: "start/{id}/{count:int}",
  methods: ["POST"],
  authLevel: "anonymous",
  extraInputs: [df.input.durableClient()],
  handler: async ({ params }, context) => {
    const instanceId = params["id"] ?? "";
    await df.getClient(context).startNew("sum", { instanceId, input: Number(params["count"]) });
    return { status: 202 };
  },
});
app.http("list", {
  methods: ["GET"],
  authLevel: "anonymous",
  extraInputs: [df.input.durableClient()],
  handler: async (_request, context) => {
    const all = await df.getClient(context).getStatusAll();
    const started = all.filter(({ name }) => name === "sum");
    return {
      jsonBody: started.map(({ instanceId, runtimeStatus, output }) => ({ instanceId, runtimeStatus, output })),
    };
  },
});
