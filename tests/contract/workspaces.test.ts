import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import embeddedAzure from "@tenantpilot/embedded-azure/package.json" with { type: "json" };
import graphSimulator from "@tenantpilot/graph-simulator/package.json" with { type: "json" };
import { expect, it } from "vitest";
import product from "../../package.json" with { type: "json" };

type Manifest = { readonly name: string; readonly dependencies: object; readonly devDependencies: object };

const versionsIn = ({ dependencies, devDependencies }: Manifest) =>
  Object.entries({ ...devDependencies, ...dependencies }) as [name: string, version: string][];

it("every package has one version in the whole repository", () => {
  const versions = new Map<string, Set<string>>();
  for (const manifest of [product, embeddedAzure, graphSimulator]) {
    for (const [name, version] of versionsIn(manifest))
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  expect([...versions].filter(([, each]) => each.size > 1)).toEqual([]);
});

it.each([embeddedAzure, graphSimulator])("$name exports only files that there are", ({ name, exports }) => {
  const folder = dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
  expect(Object.values(exports).filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});
