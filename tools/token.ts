import { readFile } from "node:fs/promises";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { readOptions } from "@tenantpilot/embedded-azure/read-options";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import { readStackFile } from "../local/stack/stack-file.ts";
import { signIn } from "./demo/sign-in.ts";

// npm run -s token -- --user NAME [--data DIR]: an access token of a demo user on stdout, and nothing else.

async function run(): Promise<void> {
  const { values } = readOptions({
    options: { user: { type: "string" }, data: { type: "string", default: ".tenantpilot" } },
  });
  const { user, data } = values;
  if (user === undefined) throw new CannotStart("Say whose token: --user NAME.");
  const stack = await readStackFile(data);
  if (!stack.users.includes(user)) throw new CannotStart(`There is no demo user ${user}: ${stack.users.join(", ")}.`);
  trust(await readFile(stack.ca, "utf8"));
  process.stdout.write(`${await signIn(stack.entra.authority, user)}\n`);
}

run().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
