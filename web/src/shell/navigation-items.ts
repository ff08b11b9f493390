import { AppsListRegular } from "@fluentui/react-icons/svg/apps-list";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { BranchCompareRegular } from "@fluentui/react-icons/svg/branch-compare";
import { BuildingRegular } from "@fluentui/react-icons/svg/building";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { PulseRegular } from "@fluentui/react-icons/svg/pulse";
import { ServerRegular } from "@fluentui/react-icons/svg/server";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import type { ComponentType } from "react";
import type { Words } from "../words/words.ts";

type Icon = ComponentType<{ className?: string }>;

/** One line of the navigation. An address with `$tenantId` is of the tenant that is open. */
export type NavigationItem = {
  readonly id: keyof Words["frame"]["navigation"];
  readonly to: string;
  readonly icon: Icon;
  /** Whether only this very address counts as open, not what lies below it. */
  readonly exact?: true;
};

export const everywhere: readonly NavigationItem[] = [
  { id: "home", to: "/", icon: HomeRegular, exact: true },
  { id: "tenants", to: "/tenants", icon: BuildingRegular, exact: true },
];

export const ofTenant: readonly NavigationItem[] = [
  { id: "overview", to: "/tenants/$tenantId", icon: InfoRegular, exact: true },
  { id: "inventory", to: "/tenants/$tenantId/inventory", icon: BoxRegular },
  { id: "snapshots", to: "/tenants/$tenantId/snapshots", icon: CameraRegular },
  { id: "compare", to: "/tenants/$tenantId/compare", icon: BranchCompareRegular },
  { id: "schedules", to: "/tenants/$tenantId/schedules", icon: CalendarRegular },
  { id: "operations", to: "/tenants/$tenantId/operations", icon: AppsListRegular },
  { id: "audit", to: "/tenants/$tenantId/audit", icon: HistoryRegular },
  { id: "members", to: "/tenants/$tenantId/members", icon: PeopleRegular },
  { id: "settings", to: "/tenants/$tenantId/settings", icon: SettingsRegular },
];

export const ofPlatform: readonly NavigationItem[] = [
  { id: "platformOperations", to: "/platform/operations", icon: ServerRegular },
  { id: "platformAudit", to: "/platform/audit", icon: HistoryRegular },
];

export const aboutProduct: readonly NavigationItem[] = [{ id: "about", to: "/about", icon: PulseRegular }];
