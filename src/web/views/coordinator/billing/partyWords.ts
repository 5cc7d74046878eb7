import { bring } from '../../../i18n';
import { parties } from '../../../i18n/de/parties';

// Only these pages need these words.
bring({ parties });
