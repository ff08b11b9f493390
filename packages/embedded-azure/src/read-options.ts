import { type ParseArgsConfig, parseArgs } from "node:util";

/** The options of a command. Ones that are wrong end the process with one sentence: nothing has been started yet. */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node adds advice on positional arguments, which no command here takes that way.
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    process.stderr.write(`${sentence.replace(/\.?$/, ".")}\n`);
    process.exit(1);
  }
}
