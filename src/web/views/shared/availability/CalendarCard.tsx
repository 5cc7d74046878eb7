import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import upload from '@material-symbols/svg-400/rounded/upload_file.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../protocol/http';
import { Button } from '../Button';
import { Card } from '../Card';
import { ErrorAlert } from '../ErrorAlert';
import { Icon } from '../Icon';
import { toast } from '../toasts';
import { fileBytesAtMost, importCalendar, previewImport } from './availability';
import { ImportDialog } from './ImportDialog';
import type { AvailabilityForm } from './useAvailability';

/** Calendar files in and out. Nothing is taken from a file before its preview was seen. */
export function CalendarCard({ path, form }: { path: string; form: AvailabilityForm }) {
  const { t } = useTranslation('availability');
  const [file, setFile] = useState<File>();
  const preview = useMutation({
    mutationFn: (chosen: File) => {
      if (chosen.size > fileBytesAtMost) throw new ApiError('calendar_too_large', 0);
      return previewImport(path, chosen);
    },
  });
  const taking = useMutation({
    mutationFn: (order: { file: File; removeMissing: boolean }) =>
      importCalendar(path, order.file, order.removeMissing),
    onSuccess: saved => {
      form.replace(saved);
      preview.reset();
      toast('success', t('file.taken'));
    },
  });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    taking.reset();
    setFile(chosen);
    preview.mutate(chosen);
  };
  return (
    <Card title={t('file.title')}>
      <p className="muted">{t('file.lead')}</p>
      {form.dirty && <p>{t('file.saveFirst')}</p>}
      <div className="row">
        <FileTrigger acceptedFileTypes={['.ics', 'text/calendar']} onSelect={files => choose(files?.[0])}>
          <Button icon={upload} isDisabled={form.dirty} isPending={preview.isPending}>
            {t(preview.isPending ? 'file.reading' : 'file.choose')}
          </Button>
        </FileTrigger>
        <a className="kern-btn kern-btn--secondary" href={`${path}.ics`} download>
          <Icon svg={download} />
          <span className="kern-label">{t('file.export')}</span>
        </a>
      </div>
      {preview.error && <ErrorAlert error={preview.error} />}
      {preview.data && file && (
        <ImportDialog
          preview={preview.data}
          error={taking.error}
          isTaking={taking.isPending}
          onTake={removeMissing => taking.mutate({ file, removeMissing })}
          onClose={preview.reset}
        />
      )}
    </Card>
  );
}
