import { app, type InvocationContext } from "@azure/functions";

type Order = { id: string; outcome: "complete" | "fail" | "fail once" | "wait" };

const handled: unknown[] = [];
const dead: unknown[] = [];
const gates: (() => void)[] = [];
let maxAtOnce = 0;
let running = 0;

async function handle(order: Order, { triggerMetadata }: InvocationContext): Promise<void> {
  running += 1;
  maxAtOnce = Math.max(maxAtOnce, running);
  handled.push({ order, triggerMetadata });
  try {
    if (order.outcome === "wait") await new Promise<void>((resolve) => gates.push(resolve));
    const failsOnce = order.outcome === "fail once" && triggerMetadata?.["deliveryCount"] === 1;
    if (order.outcome === "fail" || failsOnce) throw new Error("on purpose");
  } finally {
    running -= 1;
  }
}

app.serviceBusQueue("orders", { connection: "SERVICE_BUS", queueName: "%ORDER_QUEUE%", handler: handle });
app.serviceBusQueue("deadOrders", {
  connection: "SERVICE_BUS",
  queueName: "%ORDER_QUEUE%/$deadletterqueue",
  handler: (order, { triggerMetadata }) => {
    dead.push({ order, triggerMetadata });
  },
});
app.http("seen", {
  methods: ["GET"],
  authLevel: "anonymous",
  handler: () => ({ jsonBody: { handled, dead, running, maxAtOnce } }),
});
app.http("release", {
  methods: ["POST"],
  authLevel: "anonymous",
  handler: () => {
    for (const open of gates.splice(0)) open();
    return { status: 204 };
  },
});
