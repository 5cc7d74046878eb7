import more from '@material-symbols/svg-400/rounded/more_vert.svg?raw';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FloorRequest } from '../../protocol/messages';
import { Button } from '../shared/Button';
import type { Action } from './tablePart';

interface Props {
  request: FloorRequest;
  language: string;
  onAct: (action: Action) => void;
}

export function WaitingActions({ request, language, onAct }: Props) {
  const { t } = useTranslation('coordinator');
  const { t: reason } = useTranslation('reasons');
  const named = { language, unit: request.unitName };
  // An appointment is given to somebody else on its own page.
  const isAssignable = !request.appointment;
  const act = (kind: 'withdraw' | 'assign' | 'why') => onAct({ kind, requestId: request.id });
  return (
    <>
      {isAssignable && (
        <Button small aria-label={t('waiting.assignNamed', named)} onPress={() => act('assign')}>
          {t('waiting.assign')}
        </Button>
      )}
      <MenuTrigger>
        <Button small look="tertiary" icon={more} aria-label={t('waiting.menu', named)} />
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={key => act(key as 'withdraw' | 'assign' | 'why')}>
            {isAssignable && (
              <MenuItem id="assign" className="menu-item">
                {t('waiting.assign')}
              </MenuItem>
            )}
            <MenuItem id="why" className="menu-item">
              {reason('open')}
            </MenuItem>
            <MenuItem id="withdraw" className="menu-item menu-danger">
              {t('waiting.withdraw')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
