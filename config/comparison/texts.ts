import type { Comparison } from "../../src/domain/graph/comparison-contract.ts";

/** Properties that hold a text in another writing, whatever type they are of; they are decoded for showing alone. */
export const texts: Comparison["text"] = [
  { at: "**.scriptContent", as: "base64" },
  { at: "**.detectionScriptContent", as: "base64" },
  { at: "**.remediationScriptContent", as: "base64" },
  { at: "**.rulesContent", as: "base64" },
  { at: "**.trustedRootCertificate", as: "certificate" },
  { at: "**.payloadJson", as: "json" },
  { at: "**.encodedSettingXml", as: "plist" },
  { at: "**.configurationXml", as: "plist" },
];
