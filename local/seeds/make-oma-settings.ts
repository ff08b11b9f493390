import { Buffer } from "node:buffer";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";

const profile = "<VPNProfile><RememberCredentials>true</RememberCredentials></VPNProfile>";

/** Plain numbers and switches, and texts that Graph keeps encrypted and shows masked. */
export function makeOmaSettings(random: Random, policyId: string): JsonObject[] {
  const plain = [
    omaSetting(
      "Integer",
      "Fast first sign-in",
      "./Device/Vendor/MSFT/Policy/Config/Authentication/EnableFastFirstSignIn",
      random.integer(0, 2),
    ),
    omaSetting("Boolean", "Block USB", "./Device/Vendor/MSFT/Policy/Config/Storage/RemovableDiskDenyWriteAccess", true),
  ];
  const encrypted = [
    omaSetting("StringXml", "VPN profile", "./User/Vendor/MSFT/VPNv2/Head%20office/ProfileXML", toBase64(profile)),
    omaSetting("String", "Organisation", "./Device/Vendor/MSFT/Policy/Config/System/FeedbackHubName", "Service desk"),
  ];
  const kept = random.sample(encrypted, random.integer(1, 2));
  return [...plain, ...kept.map((setting) => toEncrypted(setting, random, policyId))];
}

function omaSetting(type: string, displayName: string, omaUri: string, value: string | number | boolean): JsonObject {
  const setting = { "@odata.type": `#microsoft.graph.omaSetting${type}`, displayName, description: null, omaUri };
  const state = { isEncrypted: false, secretReferenceValueId: null };
  return type === "StringXml"
    ? { ...setting, ...state, fileName: "profile.xml", value }
    : { ...setting, ...state, value };
}

/** The id to ask for the clear value by has the policy's id in its middle (graph.md 2.7). */
function toEncrypted(setting: JsonObject, random: Random, policyId: string): JsonObject {
  return { ...setting, isEncrypted: true, secretReferenceValueId: `${random.guid()}_${policyId}_${random.guid()}` };
}

function toBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
