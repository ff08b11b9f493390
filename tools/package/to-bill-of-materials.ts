import { z } from "zod";
import { bundledPackages } from "../build/bundled-packages.ts";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional(), license: z.string().optional() }),
  ),
});

/** Which build a package is. `madeAt` is the time of its commit. */
export interface BuildFacts {
  name: string;
  version: string;
  commit: string;
  madeAt: Date;
}

/**
 * The packages of which a file is in the bundle, as a CycloneDX 1.5 document: what is deployed, not what is installed.
 * Throws when a bundled package is not in the lock file.
 */
export function toBillOfMaterials(build: BuildFacts, bundledFiles: string[], lockFile: unknown): object {
  const { packages } = lockSchema.parse(lockFile);
  // npm may have put one package at one version into several folders; CycloneDX wants it once.
  const components = new Map(
    bundledPackages(bundledFiles)
      .map((folder) => toComponent(folder, packages[folder]))
      .map((each) => [each.purl, each]),
  );
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      timestamp: build.madeAt.toISOString(),
      component: {
        type: "application",
        "bom-ref": `${build.name}@${build.version}`,
        name: build.name,
        version: build.version,
        properties: [{ name: "tenantpilot:commit", value: build.commit }],
      },
    },
    components: [...components.values()],
  };
}

type Component = { readonly purl: string; readonly [property: string]: unknown };
type LockedPackage = z.infer<typeof lockSchema>["packages"][string];

function toComponent(folder: string, locked: LockedPackage | undefined): Component {
  const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
  if (locked?.version === undefined) throw new Error(`${folder} is in the bundle and not in package-lock.json.`);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${locked.version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version: locked.version,
    purl,
    ...(locked.integrity === undefined ? {} : { hashes: [toHash(locked.integrity)] }),
    ...(locked.license === undefined ? {} : { licenses: [toLicense(locked.license)] }),
  };
}

function toHash(integrity: string): object {
  const [algorithm = "", digest = ""] = integrity.split("-");
  return { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") };
}

// "MIT" is an identifier of SPDX, "(MIT OR Apache-2.0)" an expression of them.
function toLicense(license: string): object {
  return /[ ()]/.test(license) ? { expression: license } : { license: { id: license } };
}
