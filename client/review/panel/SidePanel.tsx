/**
 * The desk's side panel: what is known of the open segment beside its two texts. Beside the list where there is room, a
 * sheet from below where there is not; its size never depends on what it shows, so that going from segment to segment
 * moves nothing. Escape leads back to the editor.
 */
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { formatNumber, useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { focusPanel, panelId, sheetHeight } from './panel-focus.ts';
import { isPanelTab, panelTabIds } from './panel-tab-ids.ts';
import { panelTabs, type PanelTabProps } from './panel-tabs.ts';
import type { Panel } from './use-panel.ts';
import './panel.css';

export interface SidePanelProps extends Omit<PanelTabProps, 'sought' | 'onSeek'> {
  readonly panel: Panel;
}

export function SidePanel({ panel, ...tab }: SidePanelProps) {
  const { t } = useI18n();
  const place = useRef<HTMLElement>(null);
  useFocusOnCall(place, panel.calls);
  useEffect(uncover, []);
  const { row, view, acts } = tab;
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) acts.leavePanel();
  };
  return (
    // Escape is heard from whatever in the panel has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={place}
      id={panelId}
      className={panel.isWide ? 'side-panel wide' : 'side-panel'}
      aria-label={t('panel.label')}
      onKeyDown={leave}
    >
      <header className="panel-head">
        <h2 className="small">{t('panel.about', { n: row.ordinal + 1 })}</h2>
        <Button
          look="quiet"
          className="panel-widen"
          aria-label={t(panel.isWide ? 'panel.narrow' : 'panel.widen')}
          onPress={() => panel.widen(!panel.isWide)}
        >
          <Icon name={panel.isWide ? 'forward' : 'back'} size={18} />
        </Button>
        <Button look="quiet" aria-label={t('panel.close')} onPress={acts.closePanel}>
          <Icon name="close" size={18} />
        </Button>
      </header>
      <Tabs
        className="panel-tabs"
        selectedKey={panel.tab}
        onSelectionChange={(id) => {
          if (isPanelTab(id) && id !== panel.tab) panel.turn(id);
        }}
      >
        <TabList className="panel-tab-list" aria-label={t('panel.label')}>
          {panelTabIds.map((id) => (
            <Tab key={id} id={id} className="panel-tab">
              {t(panelTabs[id].label)}
              <Count count={panelTabs[id].badge(view, row)} />
            </Tab>
          ))}
        </TabList>
        {panelTabIds.map((id) => {
          const { Component, isOfDocument } = panelTabs[id];
          return (
            <TabPanel key={id} id={id} className="panel-body">
              {/* What somebody began in a tab belongs to one segment. */}
              <Component key={isOfDocument ? id : row.segmentId} {...tab} sought={panel.sought} onSeek={panel.seek} />
            </TabPanel>
          );
        })}
      </Tabs>
    </aside>
  );
}

function Count({ count }: { readonly count: number }) {
  return count > 0 && <span className="panel-count">{formatNumber(count)}</span>;
}

/** What is opened over the open row lets it be seen (panel.css says how far above). */
function uncover(): void {
  if (sheetHeight() > 0) document.querySelector('.desk-row.active')?.scrollIntoView({ block: 'nearest' });
}

/** Whoever calls a tab is led there: a moment later, because the tabs are drawn after the panel. */
function useFocusOnCall(place: RefObject<HTMLElement | null>, calls: number): void {
  const answered = useRef(0);
  useEffect(() => {
    if (calls === answered.current) return undefined;
    const frame = requestAnimationFrame(() => {
      answered.current = calls;
      focusPanel(place.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [place, calls]);
}
