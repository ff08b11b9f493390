import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { npmToEnd } from "./support/command.ts";

test("npm run demo does the main job, readable when piped, and exits 0", async () => {
  const { code, stdout, stderr } = await npmToEnd("run", "-s", "demo");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  // Neither colour nor a bar that is drawn over itself.
  expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(stdout).toMatch(/one run \w+ for both: .*(created.*joined|joined.*created)/);
  expect(stdout.match(/^ {2}changed: /gm)).toHaveLength(3);
  expect(stdout.match(/ requests to Graph and \d+\.\d s$/gm)).toHaveLength(2);
  expect(stdout.match(/no gaps/g)).toHaveLength(2);
  expect(stdout.match(/new in the blob store: \d+ payloads, \d+ bytes/g)).toHaveLength(2);
});

test("npm run demo works with whatever an imported folder has, and says what it could not import", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenantpilot-import-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const policy = { id: randomUUID(), displayName: "The only policy", state: "enabled" };
  mkdirSync(join(folder, "ConditionalAccess"));
  writeFileSync(join(folder, "ConditionalAccess/policy.json"), JSON.stringify(policy));
  writeFileSync(join(folder, "ConditionalAccess/broken.json"), '{"displayName": ');
  const { code, stdout, stderr } = await npmToEnd("run", "-s", "demo", "--", "--import", folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`${basename(folder)}: imported 1 of 2 files`);
  expect(stdout).toContain("ConditionalAccess/broken.json was not imported: ");
  expect(stdout.match(/^ {2}changed: /gm)).toHaveLength(1);
});

test("npm run demo -- --onboard tells how a customer comes in, from an empty directory to a verified audit", async () => {
  const { code, stdout, stderr } = await npmToEnd("run", "-s", "demo", "--", "--onboard");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("missing:   Policy.Read.All");
  expect(stdout).toContain("in excess: Mail.ReadWrite");
  expect(stdout).toContain("lacks the right snapshot.take");
  expect(stdout).toMatch(/The audit is exported: \d+ entries/);
});
