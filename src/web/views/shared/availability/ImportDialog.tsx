import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { CheckField } from '../CheckField';
import { Dialog } from '../Dialog';
import { ErrorAlert } from '../ErrorAlert';
import type { ImportPreview } from './availability';
import { PromisedList } from './Promised';

interface Props {
  preview: ImportPreview;
  error: unknown;
  isTaking: boolean;
  onTake: (removeMissing: boolean) => void;
  onClose: () => void;
}

const kinds = ['added', 'moved', 'known', 'free', 'unreadable'] as const;

/** What a file would change, before it does. */
export function ImportDialog({ preview, error, isTaking, onTake, onClose }: Props) {
  const { t } = useTranslation('availability');
  const { t: shell } = useTranslation();
  const [removeMissing, setRemoveMissing] = useState(false);
  const { first, last, missing } = preview;
  const ends = first && last && { first: formatDate(first), last: formatDate(Date.parse(last) - 1) };
  const period = ends && t(ends.first === ends.last ? 'file.onDay' : 'file.period', ends);
  const isWorth = preview.added + preview.moved + (removeMissing ? missing : 0) > 0;
  return (
    <Dialog
      title={t('file.preview')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell(isWorth ? 'cancel' : 'close')}</Button>
          {isWorth && (
            <Button look="primary" isPending={isTaking} onPress={() => onTake(removeMissing)}>
              {t('file.take')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack-tight">
        <p className="strong">
          {t('file.found', { count: preview.found })}
          {period && `, ${period}`}
        </p>
        <ul className="import-counts">
          {kinds
            .filter(kind => preview[kind] > 0)
            .map(kind => (
              <li key={kind}>{t(`file.${kind}`, { count: preview[kind] })}</li>
            ))}
        </ul>
        {preview.promised.length > 0 && (
          <Alert tone="warning" title={t('promised.title', { count: preview.promised.length })}>
            <PromisedList promised={preview.promised} />
          </Alert>
        )}
        {missing > 0 && (
          <CheckField
            label={t('file.removeMissing', { count: missing })}
            isSelected={removeMissing}
            onChange={setRemoveMissing}
          />
        )}
        {!isWorth && preview.found > 0 && <p>{t('file.nothing')}</p>}
        {Boolean(error) && <ErrorAlert error={error} />}
      </div>
    </Dialog>
  );
}
