import { describe, expect, it } from "vitest";
import { parseDuration } from "../../src/service-bus/config/duration.ts";
import { parseEmulatorConfig, toEmulatorConfig } from "../../src/service-bus/config/emulator-config.ts";

const queues = {
  queues: [
    {
      name: "operations",
      lockDurationSeconds: 60,
      maxDeliveryCount: 10,
      requiresDuplicateDetection: true,
      duplicateDetectionWindowSeconds: 600,
      defaultMessageTimeToLiveSeconds: 86_400,
      deadLetteringOnMessageExpiration: true,
    },
  ],
};

describe("the configuration", () => {
  it("the configuration of queues has the form of Microsoft's emulator", () => {
    expect(toEmulatorConfig(queues).UserConfig.Namespaces[0]?.Queues).toContainEqual({
      Name: "operations",
      Properties: {
        DeadLetteringOnMessageExpiration: true,
        DefaultMessageTimeToLive: "PT86400S",
        DuplicateDetectionHistoryTimeWindow: "PT600S",
        ForwardDeadLetteredMessagesTo: "",
        ForwardTo: "",
        LockDuration: "PT60S",
        MaxDeliveryCount: 10,
        RequiresDuplicateDetection: true,
        RequiresSession: false,
      },
    });
  });

  it("keeps what was said of the queues", () => {
    expect(parseEmulatorConfig(toEmulatorConfig(queues))).toContainEqual({
      name: "operations",
      lockDurationMs: 60_000,
      maxDeliveryCount: 10,
      defaultTimeToLiveMs: 86_400_000,
      deadLetteringOnExpiration: true,
      duplicateWindowMs: 600_000,
    });
  });

  it("gives a queue without properties the defaults of the service", () => {
    const config = { UserConfig: { Namespaces: [{ Name: "n", Queues: [{ Name: "q" }] }] } };
    expect(parseEmulatorConfig(config)).toEqual([
      {
        name: "q",
        lockDurationMs: 60_000,
        maxDeliveryCount: 10,
        defaultTimeToLiveMs: Infinity,
        deadLetteringOnExpiration: false,
        duplicateWindowMs: 0,
      },
    ]);
  });
});

describe("a duration", () => {
  it.each([
    ["PT20S", 20_000],
    ["PT1M", 60_000],
    ["PT1H", 3_600_000],
    ["P1DT2H3M4.5S", 93_784_500],
  ])("a duration of %s is read", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(["", "P", "PT", "1M", "P1Y"])("a duration of '%s' is refused", (text) => {
    expect(() => parseDuration(text)).toThrow(/ISO 8601/);
  });
});
