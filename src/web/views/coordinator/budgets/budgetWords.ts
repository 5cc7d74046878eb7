import { bring } from '../../../i18n';
import { budgets } from '../../../i18n/de/budgets';

// Only this page needs these words.
bring({ budgets });
