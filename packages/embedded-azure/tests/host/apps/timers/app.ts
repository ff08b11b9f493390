import { app, type Timer } from "@azure/functions";

const ticks: Timer[] = [];
const order: string[] = [];
let open: (() => void) | undefined;

app.hook.preInvocation(({ invocationContext }) => {
  order.push(`before ${invocationContext.functionName}`);
});
app.hook.postInvocation(({ invocationContext, error }) => {
  order.push(`after ${invocationContext.functionName}${error ? " failed" : ""}`);
});

app.timer("tick", {
  schedule: "%TICK_SCHEDULE%",
  handler: (timer) => {
    ticks.push(timer);
  },
});
app.timer("slow", {
  schedule: "0 0 * * * *",
  handler: async () => {
    order.push("slow runs");
    await new Promise<void>((resolve) => {
      open = resolve;
    });
  },
});
app.timer("broken", {
  schedule: "0 0 0 1 1 *",
  handler: () => {
    throw new Error("on purpose");
  },
});
app.http("ticks", { methods: ["GET"], authLevel: "anonymous", handler: () => ({ jsonBody: { ticks, order } }) });
app.http("open", {
  methods: ["POST"],
  authLevel: "anonymous",
  handler: () => {
    open?.();
    return { status: 204 };
  },
});
