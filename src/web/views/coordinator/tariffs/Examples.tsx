import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Card } from '../../shared/Card';
import { Skeleton } from '../../shared/Skeleton';
import { checkQuery, type Example, type Tariff } from './tariffs';
import type { useTariffForm } from './useTariffForm';

interface Props {
  check: ReturnType<typeof useTariffForm>['check'];
  /** What held before, to compare with. */
  before: Tariff | undefined;
}

/** What services that everybody can picture would cost by what stands in the form. */
export function Examples({ check, before }: Props) {
  const { t } = useTranslation('tariffs');
  const earlier = useQuery(checkQuery(before ?? null)).data?.examples ?? [];
  const { examples, isStale } = check;
  return (
    <Card title={t('example.title')} className="tariff-examples">
      <p className="muted small">{t('example.lead')}</p>
      <Note check={check} />
      {examples.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, also by keyboard
        <section className="tariff-example-list" tabIndex={0} aria-label={t('example.label')}>
          <ul className={isStale ? 'is-stale' : ''} aria-busy={isStale}>
            {examples.map(example => (
              <Shown
                key={example.title}
                example={example}
                before={earlier.find(({ title }) => title === example.title)}
              />
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

function Note({ check }: Pick<Props, 'check'>) {
  const { t } = useTranslation('tariffs');
  const { examples, isUnreadable, isPending, isStale, error } = check;
  if (isUnreadable) return <p role="status">{t(examples.length > 0 ? 'example.stale' : 'example.none')}</p>;
  if (error) return <p role="status">{t('example.failed')}</p>;
  if (isPending) return <Skeleton lines={6} />;
  return examples.length === 0 && !isStale ? <p role="status">{t('example.refused')}</p> : null;
}

function Shown({ example, before }: { example: Example; before: Example | undefined }) {
  const { t } = useTranslation('tariffs');
  const { title, lines, net, programmeNet } = example;
  return (
    <li className="tariff-example">
      <div className="tariff-example-head">
        <h3>{title}</h3>
        <p className="tariff-sum">{formatEuro(net)}</p>
      </div>
      {before && before.net !== net && (
        <p className="tariff-before">{t('example.before', { sum: formatEuro(before.net) })}</p>
      )}
      {lines.length === 0 ? (
        <p className="muted small">{t('example.free')}</p>
      ) : (
        <ul className="tariff-lines">
          {lines.map(line => (
            <li key={line.explanation}>
              <span>{line.explanation}</span>
              {lines.length > 1 && <span className="tariff-line-sum">{formatEuro(line.net)}</span>}
            </li>
          ))}
        </ul>
      )}
      {programmeNet > 0 && (
        <p className="muted small">{t('example.programme', { sum: formatEuro(programmeNet) })}</p>
      )}
    </li>
  );
}
