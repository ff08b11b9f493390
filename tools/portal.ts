// npm run portal: builds the portal from web/ into out/web and prints what each script weighs.
import { fileURLToPath } from "node:url";
import { buildPortal } from "./portal/build-portal.ts";

const folderOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const { scripts } = await buildPortal({ from: folderOf("web"), to: folderOf("out/web") });
for (const { address, bytes, gzip, brotli, first } of scripts.toSorted((one, other) => other.gzip - one.gzip)) {
  process.stdout.write(
    `${first ? "first page" : "page      "} ${address}: ${bytes} bytes, gzip ${gzip}, brotli ${brotli}\n`,
  );
}
