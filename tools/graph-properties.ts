import { writeFile } from "node:fs/promises";
import { allPropertyNames } from "./graph/all-property-names.ts";

// Writes packages/graph-simulator/src/types/property-names.json. Run it again after a new collection or a new version of Microsoft's
// declarations: a test compares.

const target = new URL("../packages/graph-simulator/src/types/property-names.json", import.meta.url);
const names = allPropertyNames();
await writeFile(target, `${JSON.stringify(names, undefined, 2)}\n`);
process.stdout.write(`${Object.keys(names).length} types written.\n`);
