import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningHost, startHost } from "../../../local/host/start-host.ts";

let host: RunningHost;

beforeAll(async () => {
  host = await startHost({
    appRoot: join(import.meta.dirname, "app"),
    port: 0,
    dir: mkdtempSync(join(tmpdir(), "durable-")),
    log: () => undefined,
  });
});
afterAll(() => host.close());

it("runs one activity after the other and gives each the result before", async () => {
  const response = await fetch(`${host.endpoint}/api/start/chain`, { method: "POST", body: "5" });
  const id = String(await response.json());
  await expect.poll(() => host.durable?.client.get(id)?.output).toBe("20");
});
