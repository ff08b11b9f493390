import type { Random } from "@tenantpilot/embedded-azure/random";
import type { SeedTenant } from "./seed-tenant.ts";

const dayMs = 86_400_000;
const firstDay = Date.UTC(2023, 0, 9);

/** When an object was made and last changed: working hours of 2023 to 2025, seven decimals as Intune writes them. */
export function stampsOf(random: Random): { createdDateTime: string; lastModifiedDateTime: string } {
  const created = firstDay + random.integer(0, 700) * dayMs + random.integer(7 * 3600, 17 * 3600) * 1000;
  const modified = created + random.integer(0, 300) * dayMs;
  return { createdDateTime: toIntuneTime(created, random), lastModifiedDateTime: toIntuneTime(modified, random) };
}

function toIntuneTime(time: number, random: Random): string {
  return new Date(time).toISOString().replace("000Z", `${random.integer(1_000_000, 9_999_999)}Z`);
}

/** Most objects carry the Default tag alone. */
export function scopeTagsOf({ random, scopeTagIds }: SeedTenant): string[] {
  const others = scopeTagIds.filter((id) => id !== "0");
  return random.chance(80) || others.length === 0 ? ["0"] : [...random.sample(others, random.integer(1, 2))];
}
