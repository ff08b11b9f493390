import { app } from "@azure/functions";

app.http("echo", {
  route: "echo/{first}/{*rest}",
  methods: ["GET", "POST"],
  authLevel: "anonymous",
  handler: async (request) => ({
    status: 201,
    headers: { "x-seen": request.headers.get("x-given") ?? "" },
    jsonBody: {
      method: request.method,
      url: request.url,
      params: request.params,
      query: Object.fromEntries(request.query),
      authorization: request.headers.get("authorization"),
      body: await request.text(),
    },
  }),
});
app.http("numbers", {
  route: "numbers/{id:int}",
  methods: ["GET"],
  authLevel: "anonymous",
  handler: (request) => ({ body: `number ${request.params["id"]}` }),
});
app.http("words", {
  route: "numbers/{id}",
  methods: ["GET"],
  authLevel: "anonymous",
  handler: (request) => ({ body: `word ${request.params["id"]}` }),
});
app.http("anyThing", {
  route: "things/{id}",
  methods: ["GET"],
  authLevel: "anonymous",
  handler: (request) => ({ body: `thing ${request.params["id"]}` }),
});
app.http("listThings", {
  route: "things/list",
  methods: ["GET"],
  authLevel: "anonymous",
  handler: () => ({ body: "list" }),
});
app.http("protected", { methods: ["GET"], authLevel: "function", handler: () => ({ body: "open" }) });
app.http("cookies", {
  methods: ["GET"],
  authLevel: "anonymous",
  handler: () => ({ cookies: [{ name: "crumb", value: "a" }] }),
});
app.http("silent", { methods: ["GET"], authLevel: "anonymous", handler: () => JSON.parse("null") });
app.http("failing", {
  methods: ["GET"],
  authLevel: "anonymous",
  handler: () => {
    throw new Error("on purpose");
  },
});
