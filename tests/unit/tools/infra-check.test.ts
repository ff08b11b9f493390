import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diagnosticsOf } from "../../../tools/infra/diagnostics-of.ts";
import { findBicep, mayFindBicep } from "../../../tools/infra/find-bicep.ts";
import { restoredBicep } from "../../../tools/infra/restore-bicep.ts";

const aResult = (ruleId: string, level: string) => ({
  ruleId,
  level,
  message: { text: "something" },
  locations: [
    { physicalLocation: { artifactLocation: { uri: "file:///infra/main.bicep" }, region: { startLine: 7 } } },
  ],
});
const aLog = (...results: object[]): string => JSON.stringify({ version: "2.1.0", runs: [{ results }] }, null, 2);

describe("diagnosticsOf", () => {
  it("is silent when the compiler is", () => {
    expect(diagnosticsOf(aLog(), 1)).toEqual([]);
  });

  it.each(["warning", "note", "error"])("counts a %s, because bicep ends with 0 for all but errors", (level) => {
    expect(diagnosticsOf(aLog(aResult("BCP037", level)), 1)).toEqual(["file:///infra/main.bicep:7 BCP037: something"]);
  });

  it("reads the logs of several files, as they follow each other without a line between them", () => {
    const text = `${aLog()}${aLog(aResult("no-unused-vars", "warning"))}\n${aLog()}`;
    expect(diagnosticsOf(text, 3)).toEqual(["file:///infra/main.bicep:7 no-unused-vars: something"]);
  });

  it("sees that a file was not judged", () => {
    expect(diagnosticsOf(aLog(), 2)).toEqual(["The compiler judged 1 files of 2."]);
  });

  it.each(["", "no json", "{}", '{"runs":[]}'])("does not take %j for silence", (log) => {
    expect(diagnosticsOf(log, 1)).toHaveLength(1);
  });
});

describe("findBicep", () => {
  let folder: string;
  const none = () => ({ PATH: "", AZURE_CONFIG_DIR: join(folder, "azure") });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tenantpilot-bicep-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function aProgram(path: string): Promise<string> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "");
    await chmod(path, 0o755);
    return path;
  }
  const cache = () => join(folder, "cache");
  const binary = process.platform === "win32" ? "bicep.exe" : "bicep";

  it("takes the one that BICEP names before all others", async () => {
    const named = await aProgram(join(folder, "mine"));
    await aProgram(join(folder, "bin", binary));
    const environment = { ...none(), BICEP: named, PATH: join(folder, "bin") };
    expect(await findBicep({ environment, cache: cache() })).toBe(named);
  });

  it("refuses a BICEP that names nothing, instead of taking another", async () => {
    const environment = { ...none(), BICEP: join(folder, "gone") };
    await expect(findBicep({ environment, cache: cache() })).rejects.toThrow("BICEP names");
  });

  it("takes PATH before the Azure CLI's before a restored one", async () => {
    const restored = await aProgram(restoredBicep(cache()) ?? join(folder, "unsupported"));
    expect(await findBicep({ environment: none(), cache: cache() })).toBe(restored);
    const ofCli = await aProgram(join(folder, "azure", "bin", binary));
    expect(await findBicep({ environment: none(), cache: cache() })).toBe(ofCli);
    const onPath = await aProgram(join(folder, "bin", binary));
    expect(await findBicep({ environment: { ...none(), PATH: join(folder, "bin") }, cache: cache() })).toBe(onPath);
  });

  it("finds none on a machine that has none, and says so beforehand", async () => {
    const search = { environment: none(), cache: cache() };
    expect(mayFindBicep(search)).toBe(false);
    expect(await findBicep(search)).toBeUndefined();
  });

  it("says beforehand that the .NET SDK would bring one", async () => {
    const dotnet = process.platform === "win32" ? "dotnet.exe" : "dotnet";
    await aProgram(join(folder, "bin", dotnet));
    expect(mayFindBicep({ environment: { ...none(), PATH: join(folder, "bin") }, cache: cache() })).toBe(true);
  });
});
