/**
 * The live regions: in the page from the start, so that screen readers announce what is put into them, bad news at once.
 * Good news leaves by itself unless pointed at; bad news waits to be read.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { useI18n } from '../i18n.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toasts.ts';
import './toasts.css';

const shownFor = 6000;
/** What can be acted upon gives time to decide and to get there by keyboard. */
const shownForAction = 20_000;

export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <div className="toasts">
      <div aria-live="assertive" aria-atomic="false">
        {toasts.map((one) => one.tone === 'error' && <ToastNote key={one.id} toast={one} />)}
      </div>
      <output aria-atomic="false">
        {toasts.map((one) => one.tone === 'done' && <ToastNote key={one.id} toast={one} />)}
      </output>
    </div>
  );
}

function ToastNote({ toast }: { readonly toast: Toast }) {
  const { t, number } = useI18n();
  useEffect(() => {
    if (toast.tone === 'error') return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), toast.action ? shownForAction : shownFor);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={`toast ${toast.tone}`}>
      <span>
        {toast.text} {toast.times > 1 && <span className="muted">×{number(toast.times)}</span>}
      </span>
      {toast.action && (
        <Button
          look="quiet"
          onPress={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button look="quiet" aria-label={t('common.close')} onPress={() => dismissToast(toast.id)}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
