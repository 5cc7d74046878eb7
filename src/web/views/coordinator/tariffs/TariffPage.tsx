import '../words';
import './tariffWords';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { addDays, dayOf } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Page } from '../../shared/Page';
import { Skeleton } from '../../shared/Skeleton';
import { type Draft, draftOf, emptyDraft, successorOf } from './draft';
import { TariffEditor } from './TariffEditor';
import { type Tariffs, tariffsQuery, type Version } from './tariffs';

/** A version that is there: it can be changed until something was billed by it. */
export function TariffPage() {
  const { id } = useParams({ from: '/shell/disposition/tarife/$id' });
  const { t } = useTranslation('tariffs');
  return (
    <Loaded title={t('title')}>
      {all => {
        const version = all.tariffs.find(({ tariff }) => tariff.id === id);
        if (!version) return <Gone />;
        const { tariff, isUsed, revision } = version;
        return (
          <Framed
            title={t(isUsed ? 'form.showTitle' : 'form.editTitle', { name: tariff.name })}
            lead={isUsed ? undefined : t('form.editLead')}
          >
            {isUsed && <Used version={version} />}
            <TariffEditor
              key={id}
              initial={draftOf(tariff)}
              revision={revision}
              families={familiesOf(all)}
              isFixed={all.tariffs.some(one => one.tariff.family === tariff.family && one.tariff.id !== id)}
              isReadOnly={isUsed}
              before={tariff}
            />
          </Framed>
        );
      }}
    </Loaded>
  );
}

/** A version that is not there yet: of a family, like a family, or of nothing. */
export function NewTariffPage() {
  const { fassung, vorlage } = useSearch({ from: '/shell/disposition/tarife/neu' });
  const { t } = useTranslation('tariffs');
  const source = fassung ?? vorlage;
  return (
    <Loaded title={t('form.newTitle')}>
      {all => {
        const from = all.tariffs.find(({ tariff }) => tariff.id === source)?.tariff;
        if (source && !from) return <Gone />;
        const isNext = fassung !== undefined && from !== undefined;
        return (
          <Framed
            title={isNext ? t('form.nextTitle', { name: from.name }) : t('form.newTitle')}
            lead={t(isNext ? 'form.nextLead' : 'form.newLead')}
          >
            <TariffEditor
              key={source}
              initial={firstDraft(from, isNext)}
              revision={null}
              families={familiesOf(all)}
              isFixed={isNext}
              isReadOnly={false}
              before={from}
            />
          </Framed>
        );
      }}
    </Loaded>
  );
}

/** From tomorrow on: what was billed today stays as it is. */
function firstDraft(from: Version['tariff'] | undefined, isNext: boolean): Draft {
  const today = dayOf(serverNow());
  if (!from) return emptyDraft(today);
  const next = successorOf(from, addDays(today, 1));
  return isNext ? next : { ...next, family: '', name: '', validFrom: today };
}

const familiesOf = ({ tariffs }: Tariffs): string[] => [
  ...new Set(tariffs.map(({ tariff }) => tariff.family)),
];

function Loaded({ title, children }: { title: string; children: (all: Tariffs) => React.ReactNode }) {
  const query = useQuery(tariffsQuery);
  if (query.data) return children(query.data);
  return (
    <Page title={title}>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
    </Page>
  );
}

interface FramedProps {
  title: string;
  lead: string | undefined;
  children: React.ReactNode;
}

function Framed({ title, lead, children }: FramedProps) {
  const { t } = useTranslation('tariffs');
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <LinkButton to="/disposition/tarife" activeOptions={{ exact: true }}>
          {t('form.back')}
        </LinkButton>
      }
    >
      {children}
    </Page>
  );
}

function Used({ version }: { version: Version }) {
  const { t } = useTranslation('tariffs');
  return (
    <Alert
      title={t('form.usedTitle')}
      actions={
        <LinkButton look="primary" to="/disposition/tarife/neu" search={{ fassung: version.tariff.id }}>
          {t('form.makeNext')}
        </LinkButton>
      }
    >
      {t('form.usedText')}
    </Alert>
  );
}

function Gone() {
  const { t } = useTranslation('tariffs');
  return (
    <Framed title={t('title')} lead={undefined}>
      <Alert tone="warning" title={t('form.goneTitle')}>
        {t('form.goneText')}
      </Alert>
    </Framed>
  );
}
