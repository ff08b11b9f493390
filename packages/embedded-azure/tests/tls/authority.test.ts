import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listen } from "../../src/tls/listen.ts";
import { openAuthority } from "../../src/tls/make-authority.ts";
import { childCaEnvironment, trust } from "../../src/tls/trust.ts";

const dayMs = 86_400_000;

const aFolder = () => mkdtemp(join(tmpdir(), "tls-"));

describe("the local certificate authority", () => {
  it("is used again after a restart", async () => {
    const dir = await aFolder();
    const first = await openAuthority(dir);
    const second = await openAuthority(dir);
    expect(second.caPem).toBe(first.caPem);
    expect(second.issue()).toEqual(first.issue());
  });

  it("is renewed when it nears its end", async () => {
    const dir = await aFolder();
    const first = await openAuthority(dir);
    const later = await openAuthority(dir, () => Date.now() + 340 * dayMs);
    expect(later.caPem).not.toBe(first.caPem);
  });

  it("is replaced as a whole when its files do not belong together", async () => {
    const dir = await aFolder();
    const first = await openAuthority(dir);
    const other = await openAuthority(await aFolder());
    await writeFile(join(dir, "ca.pem"), other.caPem);
    const repaired = await openAuthority(dir);
    expect([first.caPem, other.caPem]).not.toContain(repaired.caPem);
  });

  it("keeps the server's key to its owner", async () => {
    const dir = await aFolder();
    await openAuthority(dir);
    expect((await stat(join(dir, "server-key.pem"))).mode & 0o777).toBe(0o600);
  });

  it.each(["localhost", "127.0.0.1"])("is accepted for %s by a process that trusts it, and only then", async (host) => {
    const authority = await openAuthority(await aFolder());
    await using server = await listen((_, response) => response.end("here"), { port: 0, tls: authority.issue() });
    await expect(get(host, server.port)).rejects.toThrow(/unable to verify|self-signed/);
    trust(authority.caPem);
    expect(await get(host, server.port)).toBe("here");
  });
});

describe("the environment of a child", () => {
  it("names the authority alone when the caller named nothing", async () => {
    const { caFile } = await openAuthority(await aFolder());
    expect(await childCaEnvironment(caFile, {})).toEqual({ NODE_EXTRA_CA_CERTS: caFile });
  });

  it("keeps what the caller had named", async () => {
    const dir = await aFolder();
    const { caFile, caPem } = await openAuthority(dir);
    const theirs = join(dir, "theirs.pem");
    await writeFile(theirs, "theirs");
    const { NODE_EXTRA_CA_CERTS } = await childCaEnvironment(caFile, { NODE_EXTRA_CA_CERTS: theirs });
    expect(await readFile(NODE_EXTRA_CA_CERTS, "utf8")).toBe(`theirs\n${caPem}`);
  });
});

/** On a connection of its own: a kept one was verified before. */
function get(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host, port, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    });
    outgoing.on("error", reject).end();
  });
}
