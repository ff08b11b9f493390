import { describe, expect, it, vi } from "vitest";
import { aGraph, paths } from "./a-graph.ts";

describe("a failure of the server itself", () => {
  it("is answered with 500 and logged", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = () => {
      throw new Error("no directory");
    };
    await using graph = await aGraph({ access: { callerOf: broken, may: () => true } });
    const { status, body } = await graph.get(paths.groups);
    expect([status, body.error.code]).toEqual([500, "InternalServerError"]);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
