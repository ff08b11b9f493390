import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import { runEnded, runQueued } from "../../../src/domain/operation-run/events.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { claim, end, failedWith, reattempt } from "../../../src/domain/operation-run/lifecycle.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aRun, operator, otherScope } from "../../builders/a-run.ts";
import { aProduct, type Product } from "../a-product.ts";

const nowMs = Date.parse("2026-03-01T09:00:00.000Z");
const at = new Date(nowMs).toISOString();
const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;

let product: Product;
let scope: TenantScope;
let runs: TenantStores["runs"];

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());
beforeEach(() => {
  // Each test has a tenant of its own.
  scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "run");
  ({ runs } = product.storesFor(scope));
});

const aNewRun = (given: Parameters<typeof aRun>[0] = {}) =>
  aRun({ id: product.newId(), tenantId: scope.tenantId, ...given });
const given = () => ({ actor: operator, at, newId: product.newId });

async function documentsOf(kind: string): Promise<Record<string, unknown>[]> {
  const query = { query: "SELECT * FROM c WHERE c.kind = @kind", parameters: [{ name: "@kind", value: kind }] };
  const answer = await product.cosmos.tenantData.items.query(query, { partitionKey: scope.tenantId }).fetchAll();
  return answer.resources;
}

describe("a stored run", () => {
  it("a run stored by the version before is read, also with a code that no run is given any more", async () => {
    const old = aNewRun({ trouble: failure, failures: [failure] });
    await runs.create(old, {});
    const changes = [
      { op: "set" as const, path: "/trouble/code", value: "graph_paused" },
      { op: "set" as const, path: "/progress/apps", value: { ...noCounts, total: 1 } },
    ];
    await product.cosmos.tenantData.item(old.id, scope.tenantId).patch(changes);
    expect((await runs.read(old.id))?.trouble?.code).toBe("graph_paused");
    expect((await product.aggregation.activeRuns()).map(({ id }) => id)).toContain(old.id);
  });

  it("a run stored by the version after is read without what that one added, so that both may work side by side", async () => {
    const newer = aNewRun({ failures: [failure] });
    await runs.create(newer, {});
    const changes = ["/input/added", "/failures/0/added", "/added"].map((path) => ({
      op: "add" as const,
      path,
      value: 1,
    }));
    await product.cosmos.tenantData.item(newer.id, scope.tenantId).patch(changes);
    // What a run was asked for is its type's: a type of that version may need what was added.
    expect(await runs.read(newer.id)).toEqual({ ...newer, input: { ...newer.input, added: 1 } });
  });
});

describe("creating a run", () => {
  it("is refused by the database itself while one that does the same is active (P6.9)", async () => {
    expect(await runs.create(aNewRun(), {})).toBe("created");
    expect(await runs.create(aNewRun(), {})).toBe("taken");
  });

  it("leaves nothing of its records behind when it is refused (P6.4)", async () => {
    const [first, second] = [aNewRun(), aNewRun()];
    await runs.create(first, runQueued(first, given()));
    await runs.create(second, runQueued(second, given()));
    expect((await documentsOf("audit")).map(({ target }) => target)).toEqual([first.id]);
    expect(await documentsOf("notification")).toHaveLength(1);
    expect(await runs.read(second.id)).toBeUndefined();
  });

  it("many who create a run at once make one run (I2, pitfall 28)", async () => {
    const tries = Array.from({ length: 30 }, () => runs.create(aNewRun(), {}));
    expect((await Promise.all(tries)).filter((answer) => answer === "created")).toHaveLength(1);
  });

  it("is possible beside a run that does something else, and in another tenant", async () => {
    await runs.create(aNewRun(), {});
    expect(await runs.create(aNewRun({ type: "inventory.sync" }), {})).toBe("created");
    expect(await runs.create(aNewRun({ input: { types: ["group"], label: null } }), {})).toBe("created");
    const elsewhere = aRun({ id: product.newId(), tenantId: otherScope.tenantId });
    expect(await product.storesFor(otherScope).runs.create(elsewhere, {})).toBe("created");
  });

  it("is possible again when the one before is completed, and not sooner", async () => {
    const first = aNewRun();
    await runs.create(first, {});
    await runs.apply(first.id, claim(first, nowMs));
    expect(await runs.create(aNewRun(), {})).toBe("taken");
    await runs.apply(first.id, end(first, failedWith(failure), nowMs));
    expect(await runs.create(aNewRun(), {})).toBe("created");
  });

  it("comes back as it went in", async () => {
    const run = aNewRun({ traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" });
    await runs.create(run, {});
    expect(await runs.read(run.id)).toEqual(run);
    expect(await runs.findActive(run.activeKey)).toEqual(run);
  });
});

describe("a transition", () => {
  it("a transition of a stale attempt is moved_on and changes nothing (pitfall 26)", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    const second = await runs.apply(run.id, reattempt(run));
    expect(second).toMatchObject({ attempt: 2, status: "queued" });
    expect(await runs.apply(run.id, claim(run, nowMs))).toBe("moved_on");
    expect(await runs.apply(run.id, end(run, failedWith(failure), nowMs))).toBe("moved_on");
    expect(await runs.heartbeat(run, { at })).toBe("moved_on");
    expect(await runs.read(run.id)).toEqual(second);
  });

  it("never changes a completed run, nor writes records about it (I6)", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    const ended = await runs.apply(run.id, end(run, failedWith(failure), nowMs));
    const again = end(run, { ...failedWith(failure), outcome: "succeeded" }, nowMs);
    expect(await runs.apply(run.id, again, runEnded(run, "succeeded", given()))).toBe("moved_on");
    expect(await runs.apply(run.id, reattempt(run))).toBe("moved_on");
    expect(await runs.read(run.id)).toEqual(ended);
    expect(await documentsOf("audit")).toEqual([]);
  });

  it("writes the run, its audit entry and its notification together (P6.1, P6.4, S3)", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    const ended = await runs.apply(run.id, end(run, failedWith(failure), nowMs), runEnded(run, "failed", given()));
    expect(ended).toMatchObject({ status: "completed", outcome: "failed", activeKey: run.id, writeKey: run.id });
    expect(await documentsOf("audit")).toMatchObject([{ action: "operation.ended", target: run.id }]);
    expect(await documentsOf("notification")).toMatchObject([{ recipientId: operator.id }]);
  });

  it("a transition that two claim at once happens once", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    const answers = await Promise.all([runs.apply(run.id, claim(run, nowMs)), runs.apply(run.id, claim(run, nowMs))]);
    expect(answers.filter((answer) => answer === "moved_on")).toHaveLength(1);
  });

  it("a transition of a run that is not there is moved_on", async () => {
    const run = aNewRun();
    expect(await runs.apply(run.id, claim(run, nowMs))).toBe("moved_on");
    expect(await runs.apply(run.id, end(run, failedWith(failure), nowMs), runEnded(run, "failed", given()))).toBe(
      "moved_on",
    );
    expect(await documentsOf("audit")).toEqual([]);
  });
});

describe("what moves beside the lifecycle", () => {
  it("loses nothing of the others: heartbeats of groups, waits, cancel wish and dispatch time", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    await runs.apply(run.id, claim(run, nowMs));
    const expected = { attempt: 1, status: ["running"] } as const;
    const progress = { ...noProgress, total: 1, processed: 1, succeeded: 1 };
    const waiting = { reason: "busy", until: at } as const;
    const planned = { rbac: noProgress, directory: noProgress, enrollment: noProgress };
    await runs.note(run.id, { expected, change: { progress: planned } });
    await Promise.all([
      runs.heartbeat(run, { at, group: { name: "rbac", progress } }),
      runs.heartbeat(run, { at, group: { name: "directory", progress }, lastError: failure }),
      runs.heartbeat(run, { at, waiting: { group: "enrollment", ...waiting } }),
      runs.note(run.id, { expected, change: { cancelRequestedAt: at } }),
      runs.note(run.id, { expected, change: { dispatchedAt: at } }),
    ]);
    expect(await runs.read(run.id)).toMatchObject({
      heartbeatAt: at,
      cancelRequestedAt: at,
      dispatchedAt: at,
      trouble: failure,
      progress: { rbac: progress, directory: progress, enrollment: { ...noProgress, waiting } },
    });
  });

  it("a join is a document of its own, so that the run does not change", async () => {
    const run = aNewRun();
    await runs.create(run, {});
    const joins = ["a", "b", "c"].map((id) => runs.join(run.id, { id, name: id, at }));
    await Promise.all(joins);
    expect((await documentsOf("join")).map(({ runId }) => runId)).toEqual([run.id, run.id, run.id]);
    expect(await runs.read(run.id)).toEqual(run);
  });
});

describe("a list of runs", () => {
  const page = { limit: 2, page: null };

  async function someRuns(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) {
      const createdAt = new Date(nowMs + each * 1_000).toISOString();
      const run = aNewRun({ createdAt, input: { types: [`t${each}`], label: null }, activeKey: `key ${each}` });
      await runs.create(run, {});
      ids.unshift(run.id);
    }
    return ids;
  }

  it("comes newest first, page by page, each run once", async () => {
    const ids = await someRuns(5);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const answer = await runs.list({}, { limit: 2, page: next });
      expect(answer.items.length).toBeLessThanOrEqual(2);
      seen.push(...answer.items.map(({ id }) => id));
      next = answer.nextPage;
    } while (next !== null);
    expect(seen).toEqual(ids);
  });

  it("reads an ended run once a process, and one that is active each time", async () => {
    const [newest = "", oldest = ""] = await someRuns(2);
    const ending = async (id: string) => runs.apply(id, end(aNewRun({ id }), failedWith(failure), nowMs));
    await ending(oldest);
    const outcomes = async () => (await runs.list({}, page)).items.map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(["pending", "failed"]);
    await ending(newest);
    expect(await outcomes()).toEqual(["failed", "failed"]);
    product.server.control.resetCharges();
    expect(await outcomes()).toEqual(["failed", "failed"]);
    // The query that names them, and nothing after it.
    expect(product.server.control.charges().total.requests).toBe(1);
    await product.cosmos.tenantData.item(oldest, scope.tenantId).delete();
    expect(await outcomes()).toEqual(["failed"]);
  });

  it("is filtered by state and time: from inclusive, to exclusive", async () => {
    const [newest = "", middle = "", oldest = ""] = await someRuns(3);
    const from = new Date(nowMs + 1_000).toISOString();
    expect((await runs.list({ from }, page)).items.map(({ id }) => id)).toEqual([newest, middle]);
    expect((await runs.list({ to: from }, page)).items.map(({ id }) => id)).toEqual([oldest]);
    expect((await runs.list({ status: "running" }, page)).items).toEqual([]);
    expect(
      (await runs.list({ outcome: "pending", type: "snapshot.take" }, { limit: 10, page: null })).items,
    ).toHaveLength(3);
  });

  it("a page of runs that nobody gave is an invalid request", async () => {
    await someRuns(3);
    const garbage = [
      "x",
      "!!!",
      "e30",
      Buffer.from("not a token").toString("base64url"),
      Buffer.from("{}").toString("base64url"),
    ];
    for (const token of garbage) {
      await expect(runs.list({}, { limit: 2, page: token }), token).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  it("holds nothing of another tenant, and another tenant cannot read it by id (P5.1, I5)", async () => {
    const [id = ""] = await someRuns(1);
    const elsewhere = product.storesFor(otherScope).runs;
    expect(await elsewhere.read(id)).toBeUndefined();
    expect((await elsewhere.list({}, { limit: 1_000, page: null })).items.map((run) => run.id)).not.toContain(id);
    expect(await elsewhere.apply(id, claim(aRun(), nowMs))).toBe("moved_on");
  });

  it("is not to be had with a page of another tenant's list (P5.1, I5)", async () => {
    await someRuns(3);
    const { nextPage } = await runs.list({}, page);
    const other = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "run");
    const answer = await product
      .storesFor(other)
      .runs.list({}, { limit: 10, page: nextPage })
      .catch((error: unknown) => error);
    if (answer instanceof Error) expect(answer).toMatchObject({ code: "invalid_request" });
    else expect(answer).toEqual({ items: [], nextPage: null });
  });
});

describe("reading a run", () => {
  it("a run that is read by an id that no document can have is not found", async () => {
    for (const id of ["a/b", "a?b", "a#b", "a\\b", " ", "x".repeat(300)])
      expect(await runs.read(id), id).toBeUndefined();
  });

  it("does not take another kind of document for a run", async () => {
    await product.addTenant(scope.tenantId);
    expect(await runs.read("tenant")).toBeUndefined();
  });

  it("says store_unavailable when the database does not answer", async () => {
    product.server.control.injectStatus({ status: 503, times: 50, operation: "read" });
    await expect(runs.read("x")).rejects.toMatchObject({ code: "store_unavailable" });
  });
});
