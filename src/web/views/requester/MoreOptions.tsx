import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { type ReactNode, useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../shared/Badge';
import { CheckField } from '../shared/CheckField';
import { Icon } from '../shared/Icon';
import { TextField } from '../shared/TextField';
import { Conditions } from './Conditions';
import { optionCount, type RequestForm, referenceLength, type Strength } from './requestForm';

interface Props {
  form: RequestForm;
  change: (next: Partial<RequestForm>) => void;
  /** Of the chosen language. */
  varieties: readonly string[];
  relatedLanguages: string;
  isReferenceTooLong: boolean;
  /** A choice of people who have interpreted before. */
  person?: ReactNode;
  /** Others than those of a live request. */
  strengths?: readonly Strength[];
}

/** What few requests need, folded away. */
export function MoreOptions(props: Props) {
  const { form, change, relatedLanguages, isReferenceTooLong, ...rest } = props;
  const { t } = useTranslation('requester');
  const box = useRef<HTMLDivElement>(null);
  const count = optionCount(form);
  return (
    <Disclosure
      ref={box}
      className="more"
      defaultExpanded={isReferenceTooLong}
      // What opens shall not stay hidden behind the button at the foot.
      onExpandedChange={open =>
        open && requestAnimationFrame(() => box.current?.scrollIntoView({ block: 'nearest' }))
      }
    >
      <Heading className="more-head" level={3}>
        <Button slot="trigger" className="more-trigger">
          <Icon svg={expand} />
          <span>{t('form.more')}</span>
          {count > 0 && <Badge tone="info">{t('form.moreCount', { count })}</Badge>}
        </Button>
      </Heading>
      <DisclosurePanel className="more-panel">
        <Conditions form={form} change={change} {...rest} />
        {relatedLanguages && (
          <CheckField
            label={t('form.relatedAllowed')}
            hint={t('form.relatedAllowedHint', { languages: relatedLanguages })}
            isSelected={form.relatedAllowed}
            onChange={relatedAllowed => change({ relatedAllowed })}
          />
        )}
        <TextField
          label={t('form.ownReference')}
          hint={t('form.ownReferenceHint')}
          value={form.ownReference}
          maxLength={referenceLength}
          autoComplete="off"
          onChange={ownReference => change({ ownReference })}
          error={isReferenceTooLong ? t('form.ownReferenceTooLong') : undefined}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}
