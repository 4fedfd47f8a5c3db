import {
  type Icon,
  IconAdjustments,
  IconEye,
  IconHistory,
  IconScale,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PairView } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { hashOf, PAGES, type Page } from '../ui/route';
import { useWording } from '../ui/wording';
import classes from './WorkspaceScreen.module.css';

const ICON: Record<Page, Icon> = {
  setup: IconAdjustments,
  preview: IconEye,
  history: IconHistory,
  tieout: IconScale,
  clients: IconUsers,
  settings: IconSettings,
};

/** The full page: navigation at the left, one page beside it. */
export function WorkspaceScreen(props: { page: Page; pair: PairView | null; children: ReactNode }) {
  const { t } = useWording();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(props.page);
  useEffect(() => {
    if (shown.current === props.page) return;
    shown.current = props.page;
    main.current?.scrollTo(0, 0);
  }, [props.page]);
  return (
    <div className={classes.workspace}>
      <nav className={classes.nav} aria-label={t('nav.label')}>
        <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
          {t('nav.skip')}
        </button>
        <span className={classes.brand}>{t('app.name')}</span>
        {props.pair ? (
          <div className={classes.pair}>
            <NameCut name={props.pair.firm.name} focusable />
            <NameCut name={props.pair.company.name} focusable />
          </div>
        ) : null}
        <div className={classes.links}>
          {PAGES.map((page) => {
            const Sign = ICON[page];
            return (
              <a
                key={page}
                className={classes.link}
                href={hashOf(page)}
                aria-current={page === props.page ? 'page' : undefined}
              >
                <Sign size={18} stroke={1.8} aria-hidden />
                {t(`nav.${page}`)}
              </a>
            );
          })}
        </div>
      </nav>
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
