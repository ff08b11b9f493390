import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { type Language, languages } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Look } from "./look.ts";
import { usePerson } from "./person.ts";
import { PersonButton } from "./person-button.tsx";
import { usePreferences } from "./preferences.ts";

const looks: readonly Look[] = ["system", "light", "dark"];

/** The person's button with its menu: theme, language, sign out. Open from the start: it is drawn once it is asked for. */
export function PersonChoices(): ReactElement {
  const { name, signOut } = usePerson();
  const { person } = useWords().frame;
  const { look, language, chooseLook, chooseLanguage } = usePreferences();
  return (
    <Menu
      defaultOpen
      checkedValues={{ look: [look], language: [language] }}
      onCheckedValueChange={(_, { name: group, checkedItems: [value] }) => {
        const [nextLook, nextLanguage] = [
          looks.find((each) => each === value),
          languages.find((each) => each === value),
        ];
        if (group === "look" && nextLook) chooseLook(nextLook);
        if (group === "language" && nextLanguage) chooseLanguage(nextLanguage);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <PersonButton />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{name}</MenuGroupHeader>
          </MenuGroup>
          <Choices name="look" title={person.look} values={looks} textOf={(value) => person.looks[value]} />
          <Choices
            name="language"
            title={person.language}
            values={languages}
            textOf={(value) => person.languages[value]}
          />
          <MenuDivider />
          <MenuItem onClick={signOut}>{person.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type ChoicesProps<Value extends Look | Language> = {
  readonly name: string;
  readonly title: string;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
};

function Choices<Value extends Look | Language>({ name, title, values, textOf }: ChoicesProps<Value>): ReactElement {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {values.map((value) => (
        <MenuItemRadio key={value} name={name} value={value} lang={name === "language" ? value : undefined}>
          {textOf(value)}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
