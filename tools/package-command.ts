import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind the command of an installed package, as an absolute path. Throws when there is none. */
export function packageCommand(packageName: string, command: string): string {
  const folder = join(root, "node_modules", packageName);
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new Error(`The package ${packageName} brings no command named ${command}.`);
  return join(folder, script);
}
