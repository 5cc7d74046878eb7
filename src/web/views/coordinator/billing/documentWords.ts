import { bring } from '../../../i18n';
import { documents } from '../../../i18n/de/documents';

// Only these pages need these words.
bring({ documents });
