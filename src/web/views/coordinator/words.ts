import '../shared/words';
import { bring } from '../../i18n';
import { allow } from '../../i18n/de/allow';
import { appointmentRules } from '../../i18n/de/appointmentRules';
import { availability } from '../../i18n/de/availability';
import { cancellation } from '../../i18n/de/cancellation';
import { coordinator } from '../../i18n/de/coordinator';
import { coverage } from '../../i18n/de/coverage';
import { ledger } from '../../i18n/de/ledger';
import { mail } from '../../i18n/de/mail';
import { policy } from '../../i18n/de/policy';
import { reasons } from '../../i18n/de/reasons';
import { rules } from '../../i18n/de/rules';
import { standby } from '../../i18n/de/standby';

bring({
  allow,
  appointmentRules,
  availability,
  cancellation,
  coordinator,
  coverage,
  ledger,
  mail,
  policy,
  reasons,
  rules,
  standby,
});
