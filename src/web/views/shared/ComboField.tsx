import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import type { ReactNode } from 'react';
import {
  Button,
  ComboBox,
  type ComboBoxProps,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { Icon } from './Icon';

interface Item {
  id: string;
  /** What is typed and searched for. */
  text: string;
}

interface Props<T extends Item>
  extends Omit<ComboBoxProps<T>, 'className' | 'children' | 'defaultItems' | 'items'> {
  label: string;
  items: Iterable<T>;
  hint?: string;
  children?: (item: T) => ReactNode;
}

/** A text input with suggestions. Give `items` already filtered together with `inputValue`, or leave the search to it. */
export function ComboField<T extends Item>({ label, items, hint, children, ...rest }: Props<T>) {
  const source = rest.inputValue === undefined ? { defaultItems: items } : { items };
  return (
    <ComboBox menuTrigger="focus" {...rest} {...source} className="kern-form-input combo">
      <Label className="kern-label">{label}</Label>
      {hint && (
        <Text slot="description" className="kern-hint">
          {hint}
        </Text>
      )}
      <div className="field-row">
        <Input className="kern-form-input__input" />
        <Button className="combo-button">
          <Icon svg={expand} />
        </Button>
      </div>
      <Popover className="popover combo-popover">
        <ListBox<T> className="listbox" renderEmptyState={() => null}>
          {item => (
            <ListBoxItem id={item.id} textValue={item.text} className="listbox-item">
              {children ? children(item) : item.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
