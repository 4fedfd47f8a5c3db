/** Both languages, for what runs outside a browser. */
import { core as coreEn } from '../utils/wording/en/core';
import { ui as uiEn } from '../utils/wording/en/ui';
import { core as coreFr } from '../utils/wording/fr/core';
import { ui as uiFr } from '../utils/wording/fr/ui';
import { keepTexts } from '../utils/wording/texts';

keepTexts('en', 'core', coreEn);
keepTexts('en', 'ui', uiEn);
keepTexts('fr', 'core', coreFr);
keepTexts('fr', 'ui', uiFr);
