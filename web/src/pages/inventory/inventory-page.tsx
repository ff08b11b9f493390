import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { type InventoryFilters, useInventory, useInventoryTotal, useLastRead } from "../../api/inventory.ts";
import { oneOf } from "../../parts/address.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { Filter, FilterValues } from "../../parts/filter.ts";
import { type Spoken, useSpoken, useWords } from "../../words/use-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { ListPage } from "../list-page.tsx";
import { objectKey, openHref, parseObjectKey } from "../open-href.ts";
import { typeOptions, useObjectTypes } from "../use-object-types.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { inventoryColumns } from "./inventory-columns.tsx";
import { LastRead } from "./last-read.tsx";
import { ObjectPane } from "./object-pane.tsx";
import { TypesNotRead } from "./types-not-read.tsx";
import { useInventoryCommands } from "./use-inventory-commands.tsx";

const route = getRouteApi("/tenants/$tenantId/inventory");
const states = ["present", "missing"] as const;

/** Every object of Intune that was seen in a tenant. */
export function InventoryPage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const types = useObjectTypes(tenantId);
  const filters: InventoryFilters = { type: search.type, text: search.text, state: oneOf(states, search.state) };
  const list = useInventory(tenantId, filters);
  const { data: total } = useInventoryTotal(tenantId, filters);
  const commands = useInventoryCommands(tenantId, filters);
  const open = parseObjectKey(search.open);
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  return (
    <ListPage
      page="inventory"
      title={spoken.words.inventory.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={<LastRead tenantId={tenantId} />}
      commands={commands}
      filters={inventoryFilters(spoken, typeOptions(types.all.filter(({ inventory }) => inventory)))}
      values={search}
      onValues={onValues}
      list={list}
      total={total === undefined ? undefined : { count: total, more: false }}
      columns={inventoryColumns(spoken, types.nameOf)}
      keyOf={objectKey}
      nameOf={({ name }) => name}
      hrefOf={(object) => openHref(`/tenants/${tenantId}/inventory`, search, objectKey(object))}
      empty={<NothingThere tenantId={tenantId} sync={commands[0]} />}
      pane={
        open && (
          <ObjectPane
            tenantId={tenantId}
            type={open.type}
            objectId={open.id}
            onClose={() => onValues({ open: undefined })}
          />
        )
      }
    >
      <TypesNotRead tenantId={tenantId} />
    </ListPage>
  );
}

function inventoryFilters({ words }: Spoken, types: Filter["options"]): readonly Filter[] {
  const { filters } = words.inventory;
  const { objectStates } = words.terms;
  return [
    { name: "text", label: filters.text },
    { name: "type", label: filters.type, options: types ?? [] },
    { name: "state", label: filters.state, options: states.map((value) => ({ value, text: objectStates[value] })) },
  ];
}

type NothingThereProps = { readonly tenantId: string; readonly sync: Command };

function NothingThere({ tenantId, sync }: NothingThereProps): ReactElement {
  const words = useWords().inventory;
  const { data: readAt } = useLastRead(tenantId);
  const wasRead = readAt !== undefined && readAt !== null;
  return (
    <EmptyState title={wasRead ? words.nothingTitle : words.emptyTitle} action={<FillCommand command={sync} />}>
      {wasRead ? words.nothing : words.empty}
    </EmptyState>
  );
}
