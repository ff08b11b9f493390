import { Combobox, makeStyles, Option, type OptionOnSelectData } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useTenant, useTenants } from "../../api/tenant.ts";
import { useWords } from "../../words/use-words.ts";
import { useSettled } from "../use-settled.ts";

const useStyles = makeStyles({ choice: { minWidth: 0, width: "100%", "& > input": { minWidth: 0 } } });

// A person who types does not want an answer to every letter.
const afterMs = 300;

/** No tenant has it as its id. */
const more = "more";

type TenantChoiceProps = {
  readonly tenantId: string;
  readonly label: string;
  readonly onChoose: (tenantId: string) => void;
};

/** Chooses whose snapshots a side is of, by a part of the tenant's name; nothing to who is a member of one tenant. */
export function TenantChoice({ tenantId, label, onChoose }: TenantChoiceProps): ReactElement | null {
  const styles = useStyles();
  const { sides } = useWords().compare;
  const [typed, setTyped] = useState<string>();
  const text = useSettled(typed?.trim() ?? "", afterMs);
  const { items, hasMore, loadMore } = useTenants(text === "" ? {} : { text });
  const all = useTenants({});
  const { data: tenant } = useTenant(tenantId);
  const select = (_: unknown, { optionValue }: OptionOnSelectData): void => {
    if (optionValue === more) loadMore();
    else {
      setTyped(undefined);
      if (optionValue !== undefined) onChoose(optionValue);
    }
  };
  if (all.items.length < 2) return null;
  return (
    <Combobox
      className={styles.choice}
      aria-label={label}
      value={typed ?? tenant?.name ?? tenantId}
      selectedOptions={[tenantId]}
      onChange={({ target }) => setTyped(target.value.slice(0, 100))}
      onOptionSelect={select}
      onBlur={() => setTyped(undefined)}
    >
      {items.map(({ id, name }) => (
        <Option key={id} value={id}>
          {name}
        </Option>
      ))}
      {hasMore && (
        <Option value={more} text={sides.moreTenants}>
          {sides.moreTenants}
        </Option>
      )}
    </Combobox>
  );
}
