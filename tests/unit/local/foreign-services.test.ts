import { expect, test } from "vitest";
import { namesForeignServices } from "../../../local/stack/foreign-services.ts";

const all = {
  COSMOS_ENDPOINT: "https://c",
  SERVICE_BUS__fullyQualifiedNamespace: "n",
  BLOB_ENDPOINT: "https://b",
  ENTRA_AUTHORITY: "https://e",
};

test("services are replaced together or not at all", () => {
  expect(namesForeignServices({})).toBe(false);
  expect(namesForeignServices(all)).toBe(true);
  const { BLOB_ENDPOINT: _left, ...some } = all;
  expect(() => namesForeignServices(some)).toThrow(/BLOB_ENDPOINT/);
});
