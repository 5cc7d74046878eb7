import '../words';
import { bring } from '../../../i18n';
import { disputes } from '../../../i18n/de/disputes';
import { earnings } from '../../../i18n/de/earnings';

// Only this page needs these words.
bring({ disputes, earnings });
