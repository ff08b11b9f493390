import { Fault } from "../../src/domain/error/fault.ts";
import type { OperationMessage, OperationQueue } from "../../src/domain/operation-run/operation-queue.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import type { Owner, World } from "./world.ts";

type Message = { readonly body: OperationMessage; readonly id: string; deliveries: number; lockedUntil: number };

/** A message under a lock, that ends by time alone when its holder dies. */
export type Delivery = { readonly body: OperationMessage; readonly message: Message; readonly lockedUntil: number };

const lockMs = 60_000;
const duplicateWindowMs = 600_000;
const maxDeliveries = 10;

/** A queue with duplicate detection, locks, redelivery and a dead-letter sub-queue, as config/queues.json has it. */
export function makeMemoryQueue(world: World) {
  const active: Message[] = [];
  const dead: Message[] = [];
  const acceptedAt = new Map<string, number>();

  const sends = new Map<string, number>();

  // An attempt is sent, and re-sent at most once (runs.md 8): more would be a loop that nobody sees.
  function count(id: string): void {
    const times = (sends.get(id) ?? 0) + 1;
    sends.set(id, times);
    if (times > 2) throw new Violation("I4", `the message ${id} is sent for the third time`);
  }

  function accept(body: OperationMessage, id: string): void {
    const before = acceptedAt.get(id);
    if (before !== undefined && world.steadyMs() - before < duplicateWindowMs) return;
    acceptedAt.set(id, world.steadyMs());
    active.push({ body, id, deliveries: 0, lockedUntil: 0 });
  }

  const portOf = (owner: Owner): OperationQueue => ({
    send: (message, { messageId }) =>
      world.call(
        owner,
        `sends ${messageId}`,
        () => {
          count(messageId);
          accept(message, messageId);
          return "sent" as const;
        },
        () => new Fault("dispatch_failed", "The queue did not take the message."),
      ),
  });

  const free = (list: readonly Message[]): Message[] =>
    list.filter(({ lockedUntil }) => lockedUntil <= world.steadyMs());

  function receive(from: "active" | "dead"): Delivery | undefined {
    const list = from === "active" ? active : dead;
    const candidates = free(list);
    if (candidates.length === 0) return undefined;
    const message = world.random.pick(candidates);
    message.lockedUntil = world.steadyMs() + lockMs;
    message.deliveries += 1;
    // Nothing happens when a lock ends, but time must be able to come there.
    world.after(lockMs, undefined, () => undefined);
    return { body: message.body, message, lockedUntil: message.lockedUntil };
  }

  const holds = ({ message, lockedUntil }: Delivery): boolean =>
    message.lockedUntil === lockedUntil && lockedUntil > world.steadyMs();

  function complete(delivery: Delivery): void {
    if (holds(delivery)) for (const list of [active, dead]) remove(list, delivery.message);
    else world.note(`the lock of ${delivery.message.id} is lost`);
  }

  function giveBack(delivery: Delivery): void {
    if (holds(delivery)) delivery.message.lockedUntil = 0;
  }

  /** Messages that were delivered too often go where the dead-letter consumer reads. */
  function sweep(): void {
    for (const message of free(active).filter(({ deliveries }) => deliveries >= maxDeliveries)) {
      remove(active, message);
      message.deliveries = 0;
      dead.push(message);
      world.note(`${message.id} is dead-lettered`);
    }
  }

  return {
    portOf,
    receive,
    complete,
    giveBack,
    sweep,
    hasFree: (from: "active" | "dead") => free(from === "active" ? active : dead).length > 0,
    isEmpty: () => active.length + dead.length === 0,
  };
}

function remove(list: Message[], message: Message): void {
  const position = list.indexOf(message);
  if (position >= 0) list.splice(position, 1);
}
