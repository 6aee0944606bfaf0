/**
 * Signing in: the one-time link ends in `#token=…`, which no server log and no referrer ever sees. The token is taken
 * out of the address at once and exchanged for a session cookie. Without one, the page says how to get a link.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Problem } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { InterfaceLanguage } from './InterfaceLanguage.tsx';
import '../documents/document.css';
import './settings.css';

export function SignInPage() {
  const { t } = useI18n();
  const { signIn, isSigningIn } = useSignIn();
  return (
    <main className="sign-in">
      <Page title={t('session.sign-in')} above={<Mark size={48} />}>
        {signIn.error && (
          <ErrorNote
            error={signIn.error}
            {...(isUnreached(signIn.error) && { onRetry: () => signIn.mutate(signIn.variables) })}
          />
        )}
        {isSigningIn ? <Waiting label={t('session.signing-in')} /> : <HowToGetALink />}
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

/** Exchanges the token once, however often the effect runs: a second exchange would be refused as spent. */
function useSignIn() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { hash } = useLocation();
  const token = tokenIn(hash);
  const sent = useRef<string>(undefined);
  const signIn = useChange('POST /api/session', () => {
    client.clear();
    void navigate('/', { replace: true });
  });
  const { mutate } = signIn;
  useEffect(() => {
    if (token === undefined || sent.current === token) return;
    sent.current = token;
    void navigate('/sign-in', { replace: true });
    mutate({ body: { token } });
  }, [token, navigate, mutate]);
  return { signIn, isSigningIn: token !== undefined || signIn.isPending };
}
