import { writeFile } from "node:fs/promises";
import { plainTypes } from "./graph/plain-types.ts";

// Writes config/comparison/plain-types.json. Run it again after a new contract or a new version of Microsoft's
// declarations: a test compares.

const target = new URL("../config/comparison/plain-types.json", import.meta.url);
const types = plainTypes();
await writeFile(target, `${JSON.stringify(types, undefined, 2)}\n`);
process.stdout.write(`${types.length} types written.\n`);
