import { app } from "@azure/functions";
import * as df from "durable-functions";

df.app.activity("double", { handler: (n: number) => n * 2 });
df.app.orchestration("chain", function* (context) {
  let value: number = context.df.getInput();
  value = yield context.df.callActivity("double", value);
  value = yield context.df.callActivity("double", value);
  return value;
});

app.http("start", {
  route: "start/{name}/{id?}",
  methods: ["POST"],
  authLevel: "anonymous",
  extraInputs: [df.input.durableClient()],
  handler: async (request, context) => {
    const { name = "", id } = request.params;
    const input: unknown = JSON.parse((await request.text()) || "null");
    const options = { input, ...(id ? { instanceId: id } : {}) };
    return { jsonBody: await df.getClient(context).startNew(name, options) };
  },
});
