/**
 * Signing in: the one-time link ends in `#token=…`, which no server log and no referrer ever sees. The token is taken
 * out of the address at once and exchanged for a session cookie. Without one, the page says how to get a link.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { InterfaceLanguage } from './InterfaceLanguage.tsx';
import '../documents/document.css';
import './settings.css';

export function SignInPage() {
  const { t } = useI18n();
  const [token] = useState(() => tokenIn(window.location.hash));
  const signIn = useSignIn(token);
  return (
    <main className="sign-in">
      <Page
        title={t('session.sign-in')}
        above={
          <span className="sign-in-mark" lang="he" aria-hidden="true">
            ד
          </span>
        }
      >
        {signIn.error && (
          <ErrorNote
            error={signIn.error}
            {...(token && isUnreached(signIn.error) && { onRetry: () => signIn.mutate({ body: { token } }) })}
          />
        )}
        {token && !signIn.error ? <Waiting label={t('session.signing-in')} /> : <HowToGetALink />}
        <InterfaceLanguage labelHidden />
      </Page>
    </main>
  );
}

/** Without an answer the token may be unspent. */
function isUnreached(error: Error): boolean {
  return error instanceof Problem && error.code === 'network.unreachable';
}

/** The token in an address's fragment, `#token=…`. */
export function tokenIn(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/u, '')).get('token') ?? undefined;
}

function HowToGetALink() {
  const { t } = useI18n();
  return (
    <>
      <p>{t('session.how')}</p>
      <code dir="ltr" lang="en">
        npm run --silent dragoman -- sign-in
      </code>
      <p className="muted">{t('session.how-long')}</p>
    </>
  );
}

/** Exchanges the token once, however often the component is mounted: a second exchange would be refused as spent. */
function useSignIn(token: string | undefined) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const isSent = useRef(false);
  const signIn = useChange('POST /api/session', () => {
    client.clear();
    void navigate('/', { replace: true });
  });
  useEffect(() => {
    if (token === undefined || isSent.current) return;
    isSent.current = true;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    signIn.mutate({ body: { token } });
  });
  return signIn;
}
