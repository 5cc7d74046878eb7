import { i18next } from '../../../i18n';
import { tariffs } from '../../../i18n/de/tariffs';

// Only these pages need these words: the first load of all others goes without them.
i18next.addResourceBundle('de', 'tariffs', tariffs);
