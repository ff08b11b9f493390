import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { ConsentLinks } from "../consent-links.tsx";
import { ConsentProgress } from "../consent-progress.tsx";
import { useIsPlatform } from "../use-rights.ts";

type ConsentSectionProps = { readonly tenant: Tenant; readonly whyOff: string | undefined };

/** What the customer consented to, and links for more; while the tenant waits, what comes next too. */
export function ConsentSection({ tenant, whyOff }: ConsentSectionProps): ReactElement | null {
  const isPlatform = useIsPlatform();
  if (tenant.state === "archived") return null;
  return (
    <>
      <ConsentLinks tenantId={tenant.id} off={isPlatform ? undefined : whyOff} />
      {tenant.state === "pending_consent" && <ConsentProgress tenant={tenant} />}
    </>
  );
}
