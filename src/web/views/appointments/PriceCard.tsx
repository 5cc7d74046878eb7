import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { amounts, type Price } from '../shared/price';
import { cancellingRows } from './cancellingRows';
import { momentText } from './timeText';

interface Props {
  price: Price;
  isSeries: boolean;
}

/** Exactly what the first appointment costs, why, and what cancelling would cost until when. */
export function PriceCard({ price, isSeries }: Props) {
  const { t } = useTranslation('price');
  const isFree = price.net === 0;
  return (
    <Card title={t('title')}>
      <div>
        <p className="strong">
          {isFree
            ? t(isSeries ? 'slot.freeFirst' : 'slot.free')
            : t(isSeries ? 'slot.sumFirst' : 'slot.sum', amounts(price))}
        </p>
        {isSeries && <p className="muted">{t('slot.each')}</p>}
      </div>
      {price.explanations.length > 0 && (
        <ul className="check-terms" aria-label={t('slot.lines')}>
          {price.explanations.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {price.cancelling.length > 0 && <Cancelling price={price} />}
    </Card>
  );
}

function Cancelling({ price }: { price: Price }) {
  const { t } = useTranslation('price');
  return (
    <table className="price-table">
      <caption>{t('cancelling.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cancelling.when')}</th>
          <th scope="col">{t('cancelling.cost')}</th>
        </tr>
      </thead>
      <tbody>
        {cancellingRows(price.cancelling).map(({ when, ...cost }) => (
          <tr key={typeof when === 'string' ? when : when.until}>
            <th scope="row">
              {typeof when === 'string'
                ? t(`cancelling.${when}`)
                : t('cancelling.until', { time: momentText(when.until) })}
            </th>
            <td>{cost.net === 0 ? t('cancelling.free') : t('cancelling.sum', amounts(cost))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
