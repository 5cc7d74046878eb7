import { bring } from '../../../i18n';
import { tariffs } from '../../../i18n/de/tariffs';

// Only these pages need these words.
bring({ tariffs });
