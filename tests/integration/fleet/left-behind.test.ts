import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fleetLimits } from "../../../config/limits.ts";
import { operator } from "../../builders/a-run.ts";
import { aProduct, type Product } from "../a-product.ts";
import { addTenants, aFleet, oneAtWork } from "./a-fleet.ts";

let product: Product;

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());

const someTenants = (count: number) => addTenants(product, count);

describe("what a fleet run leaves when it ends before its children", () => {
  /** A fleet of two children at work, closed past its deadline. */
  async function closedFleet(fleet: ReturnType<typeof aFleet>) {
    const run = await fleet.planned(await someTenants(2));
    await fleet.walk(run);
    const [first, second] = await fleet.linksIn(run, "active");
    if (!first || !second) throw new Error("There are two.");
    fleet.clock.passed(25 * 3_600_000);
    expect(await fleet.reconcile()).toContain("close_timed_out");
    return { run, first, second };
  }

  it("I7 a link says how its child ended, also when that was after its fleet", async () => {
    const fleet = aFleet(product);
    const { run, first, second } = await closedFleet(fleet);
    expect((await fleet.callers.read(fleet.platform, run.id)).tally).toMatchObject({ active: 2 });
    await fleet.endChild(first);
    await fleet.endChild(second, { outcome: "failed" });
    await fleet.reconcile();
    expect((await fleet.callers.read(fleet.platform, run.id)).tally).toMatchObject({
      active: 0,
      succeeded: 1,
      failed: 1,
    });
    // What the fleet counted when it ended stays (I6).
    expect((await fleet.read(run)).counts).toMatchObject({ total: 2, processed: 0 });
  });

  it("the link of a run that the fleet only joined says so too, and the fleet's cancel goes past that run", async () => {
    const fleet = aFleet(product);
    const [tenantId] = await someTenants(1);
    if (!tenantId) throw new Error("There is one.");
    const theirs = await fleet.startSnapshot(tenantId);
    const run = await fleet.planned([tenantId]);
    await fleet.walk(run);
    await fleet.callers.cancel(fleet.platform, run.id, operator);
    expect(await fleet.walk(run)).toEqual({ kind: "cancelled" });
    await fleet.end(run, "cancelled");
    await fleet.reconcile();
    const [link] = await fleet.linksIn(run, "active");
    if (!link) throw new Error("It works on.");
    expect(await fleet.childOf(link)).toMatchObject({ id: theirs.id, status: "queued", cancelRequestedAt: null });
    await fleet.endChild(link);
    await fleet.reconcile();
    expect(await fleet.links.tally(run.id)).toMatchObject({ active: 0, succeeded: 1 });
  });

  it("the link of a child which took longer to stop than its cancelled fleet waits says so too", async () => {
    const fleet = aFleet(product);
    const { run, link } = await oneAtWork(product, fleet);
    await fleet.callers.cancel(fleet.platform, run.id, operator);
    await fleet.walk(run);
    fleet.clock.passed(fleetLimits.cancelWaitMs + 1);
    expect(await fleet.walk(run)).toEqual({ kind: "cancelled" });
    await fleet.end(run, "cancelled");
    await fleet.endChild(link, { outcome: "cancelled" });
    await fleet.reconcile();
    expect(await fleet.linksIn(run, "cancelled")).toMatchObject([{ code: "child_cancelled" }]);
  });

  it("a retry of what failed leaves out a tenant whose child has succeeded since", async () => {
    const fleet = aFleet(product);
    const { run, first, second } = await closedFleet(fleet);
    await fleet.endChild(first);
    const again = await fleet.callers.retry(await fleet.read(run), "failed", fleet.request);
    expect(await fleet.links.selection(again.run.id)).toEqual([second.childTenantId]);
  });

  it("children of a fleet that was cancelled while it waited hear of it, although who cancelled it died before", async () => {
    let dies = false;
    const fleet = aFleet(product, {
      storesFor: (scope) => {
        const { links, ...others } = product.storesFor(scope);
        const inState: typeof links.inState = async (...given) => {
          if (dies) throw new Error("The app was killed here.");
          return links.inState(...given);
        };
        return { ...others, links: { ...links, inState } };
      },
    });
    const run = await fleet.planned(await someTenants(1));
    await fleet.walk(run);
    const [link] = await fleet.linksIn(run, "active");
    if (!link) throw new Error("There is one.");
    fleet.clock.passed(300_000);
    expect(await fleet.reconcile()).toContain("replace_attempt");
    dies = true;
    await expect(fleet.cancel(run)).rejects.toThrow("The app was killed here.");
    expect(await fleet.read(run)).toMatchObject({ status: "completed", outcome: "cancelled" });
    expect(await fleet.childOf(link)).toMatchObject({ status: "queued" });
    await fleet.reconcile();
    expect(await fleet.childOf(link)).toMatchObject({ outcome: "cancelled" });
    expect(await fleet.linksIn(run, "cancelled")).toHaveLength(1);
  });
});
