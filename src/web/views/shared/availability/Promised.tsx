import { useTranslation } from 'react-i18next';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { LinkButton } from '../LinkButton';
import { useLanguages } from '../languages';
import { useStandbySpan } from '../standby';
import type { Promised } from './availability';

export function PromisedList({ promised }: { promised: readonly Promised[] }) {
  const nameOf = useLanguages();
  const span = useStandbySpan();
  return (
    <ul className="import-counts">
      {promised.map(one => (
        <li key={one.id}>
          <span className="strong">{span(one)}</span>, {nameOf(one.language).germanName}, {one.unitName}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  promised: readonly Promised[];
  own: boolean;
}

/** After saving: what still stands in an absence, and where it is given back. */
export function PromisedNote({ promised, own }: Props) {
  const { t } = useTranslation('availability');
  const whose = own ? 'own' : 'other';
  return (
    <Alert
      tone="warning"
      title={t('promised.title', { count: promised.length })}
      actions={
        <LinkButton to={own ? '/dashboard/termine' : '/disposition/termine'}>
          {t(`promised.${whose}.link`)}
        </LinkButton>
      }
    >
      <PromisedList promised={promised} />
      <p>{t(`promised.${whose}.after`)}</p>
    </Alert>
  );
}

/** Before saving: an absence calls nothing off, so it is said what the interpreter still has to do. */
export function PromisedDialog(props: Props & { onSave: () => void; onClose: () => void }) {
  const { t } = useTranslation(['availability', 'shell']);
  const { promised, own, onSave, onClose } = props;
  return (
    <Dialog
      title={t('availability:promised.title', { count: promised.length })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" onPress={onSave}>
            {t('availability:promised.save')}
          </Button>
        </>
      }
    >
      <PromisedList promised={promised} />
      <p>{t(`availability:promised.${own ? 'own' : 'other'}.before`)}</p>
    </Dialog>
  );
}
