import { bring } from '../../../i18n';
import { runs } from '../../../i18n/de/runs';

// Only these pages need these words.
bring({ runs });
