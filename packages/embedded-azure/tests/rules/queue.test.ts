import fc from "fast-check";
import { expect, it } from "vitest";
import { type Broker, deadLetterPath, makeBroker } from "../../src/service-bus/rules/broker.ts";
import type { MessageLock, QueueMessage } from "../../src/service-bus/rules/message.ts";
import type { QueueSettings, QueueStore } from "../../src/service-bus/rules/queue-settings.ts";

const settings: QueueSettings = {
  name: "q",
  lockDurationMs: 50,
  maxDeliveryCount: 3,
  defaultTimeToLiveMs: Infinity,
  deadLetteringOnExpiration: false,
  duplicateWindowMs: 200,
};

type Store = QueueStore & { readonly messages: Map<number, QueueMessage>; readonly seen: Map<string, number> };

/** What would be on disk. */
function makeStore(): Store {
  const messages = new Map<number, QueueMessage>();
  const seen = new Map<string, number>();
  let last = 0;
  return {
    messages,
    seen,
    nextSequence: () => {
      last += 1;
      return last;
    },
    save: (message) => void messages.set(message.sequence, message),
    remove: (sequence) => void messages.delete(sequence),
    remember: (messageId, seenAt) => void seen.set(messageId, seenAt),
    forget: (until) => {
      for (const [messageId, seenAt] of seen) if (seenAt <= until) seen.delete(messageId);
    },
  };
}

/** A queue with one receiver, and beside it what must be true of the two. */
function makeWorld() {
  let now = 1_000;
  let room = 0;
  let held: { message: QueueMessage; lock: MessageLock }[] = [];
  const stores = { main: makeStore(), dead: makeStore() };
  const accepted = new Set<string>();
  const completed = new Set<string>();
  const start = (): Broker => {
    const broker = makeBroker({
      queues: [settings],
      storeOf: (path) => (path === "q" ? stores.main : stores.dead),
      now: () => now,
      withProperties: (bare) => bare,
    });
    broker.find("q").restore([...stores.main.messages.values()], [...stores.main.seen]);
    broker.find(deadLetterPath("q")).restore([...stores.dead.messages.values()], []);
    broker.find("q").attach({
      mode: "peekLock",
      capacity: () => room,
      deliver: (message, lock) => {
        if (!lock) throw new Error("A message in peek-lock mode comes with a lock.");
        room -= 1;
        held.push({ message, lock });
      },
    });
    return broker;
  };
  let broker = start();

  const put = (id: number): void => {
    const [bare, annotations] = [Buffer.from(String(id)), Buffer.alloc(0)];
    const messageId = `id-${id}`;
    const facts = { durable: true, priority: 4, timeToLiveMs: undefined, dueAt: undefined };
    const sequence = broker.find("q").put({ ...facts, bare, annotations, messageId });
    const isKnown = [...accepted].some((key) => key.startsWith(`${messageId}@`) && now - timeOf(key) < 200);
    expect(sequence === undefined).toBe(isKnown);
    if (sequence !== undefined) accepted.add(`${messageId}@${now}`);
  };
  const receive = (count: number): void => {
    room = count;
    broker.find("q").pump();
    room = 0;
    const live = held.filter(({ lock }) => lock.until > now).map(({ message }) => message.sequence);
    expect(new Set(live).size).toBe(live.length);
  };
  const settle = (index: number, kind: "complete" | "abandon" | "deadLetter"): void => {
    const delivery = held[index % Math.max(held.length, 1)];
    if (!delivery) return;
    held = held.filter((other) => other !== delivery);
    const isLive = delivery.lock.until > now;
    const settlement = kind === "complete" ? { kind } : { kind, properties: {} };
    const run = () => broker.find("q").settle(delivery.lock.token, settlement);
    if (!isLive) {
      expect(run).toThrow(/lock/);
      return;
    }
    run();
    if (kind === "complete") completed.add(keyOf(delivery.message));
  };
  const renew = (index: number): void => {
    const delivery = held[index % Math.max(held.length, 1)];
    if (!delivery || delivery.lock.until <= now) return;
    const until = broker.find("q").renew(delivery.lock.token);
    expect(until).toBe(now + settings.lockDurationMs);
    held = held.map((other) => (other === delivery ? { ...delivery, lock: { ...delivery.lock, until } } : other));
  };
  const pass = (ms: number): void => {
    now += ms;
    for (const queue of broker.queues.values()) queue.tick();
  };
  const restart = (): void => {
    held = [];
    broker = start();
  };
  const check = (): void => {
    const stored = [...stores.main.messages.values(), ...stores.dead.messages.values()].map(keyOf);
    expect([...stored, ...completed].toSorted()).toEqual([...accepted].toSorted());
    for (const message of stores.main.messages.values()) expect(message.deliveryCount).toBeLessThan(3);
    const { active, locked } = broker.find("q").counts();
    expect(active + locked).toBe(stores.main.messages.size);
    expect(locked).toBe(held.filter(({ lock }) => lock.until > now).length);
  };
  return { put, receive, settle, renew, pass, restart, check };
}

const keyOf = (message: QueueMessage) => `${message.messageId}@${message.enqueuedAt}`;
const timeOf = (key: string) => Number(key.split("@")[1]);

const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("put" as const), id: fc.nat(8) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("receive" as const), count: fc.nat(8) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("settle" as const),
      index: fc.nat(),
      kind: fc.constantFrom("complete", "abandon", "abandon", "deadLetter"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("renew" as const), index: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(1, 49, 50, 100, 200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
);

it("the queue keeps every accepted message in exactly one place, whatever receivers, time and restarts do", () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 120, size: "max" }), (commands) => {
      const world = makeWorld();
      for (const step of commands) {
        if (step.do === "put") world.put(step.id);
        if (step.do === "receive") world.receive(step.count);
        if (step.do === "settle") world.settle(step.index, step.kind);
        if (step.do === "renew") world.renew(step.index);
        if (step.do === "pass") world.pass(step.ms);
        if (step.do === "restart") world.restart();
        world.check();
      }
    }),
    { numRuns: 300 },
  );
});
