import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { anEntra } from "./an-entra.ts";
import { api, homeTenantId, owner, publicApp, someDirectory } from "./some-directory.ts";

const groupsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `99999999-2222-4333-8444-${String(index).padStart(12, "0")}`);

/** What the tokens of a person in so many groups say. */
async function claimsOf(count: number) {
  const users = [{ ...owner, groups: groupsOf(count) }];
  await using entra = await anEntra({ directory: { ...someDirectory, users } });
  const form = {
    grant_type: "password",
    client_id: publicApp.clientId,
    username: owner.name,
    password: owner.password,
  };
  const answer = await fetch(`${entra.authority}/${homeTenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({ ...form, scope: `openid ${api.identifierUri}/.default` }),
  });
  const { access_token: token, id_token: idToken } = Object(await answer.json());
  return { access: decodeJwt(String(token)), id: decodeJwt(String(idToken)) };
}

describe("the access token of a person", () => {
  it("names the groups of the directory, and the ID token none", async () => {
    const { access, id } = await claimsOf(200);
    expect(access["groups"]).toEqual(groupsOf(200));
    expect(access).not.toHaveProperty("_claim_names");
    expect(id).not.toHaveProperty("groups");
  });

  it("has neither groups nor overage without a group", async () => {
    const { access } = await claimsOf(0);
    expect(Object.keys(access)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(groups|_claim_.*)$/)]));
  });

  it("says where the groups could be asked for when there are more than 200, and names none", async () => {
    const { access } = await claimsOf(201);
    const endpoint = `https://graph.windows.net/${homeTenantId}/users/${owner.id}/getMemberObjects`;
    expect(access).toMatchObject({ _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint } } });
    expect(access).not.toHaveProperty("groups");
  });
});
