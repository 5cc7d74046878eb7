import { bring } from '../../../i18n';
import { money } from '../../../i18n/de/money';

// Only these pages need these words.
bring({ money });
