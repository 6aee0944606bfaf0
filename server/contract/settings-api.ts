/**
 * Whether the server answers, and what it offers: its providers, and where editions stand. What a vendor must be asked
 * for has a row of its own.
 */
import { Type } from 'typebox';
import { everywhere, type Endpoint, type RequestLine } from './endpoint.ts';
import { exact, list, LocaleName } from './schemas.ts';

const Settings = exact({
  version: Type.String(),
  defaultProvider: Type.String(),
  providers: list(exact({ id: Type.String(), pairs: list(exact({ from: LocaleName, to: LocaleName })) })),
  editionsUrl: Type.String(),
});

/** What `describe` of a provider says; never a secret. */
const ProviderView = exact({
  id: Type.String(),
  about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

export const settingsApi = {
  'GET /api/health': {
    summary: 'Whether the server answers and can write',
    reply: exact({ status: Type.Enum(['ok', 'read-only']), version: Type.String() }),
    refusals: [],
    needs: { action: 'anyone', scope: everywhere },
  },
  'GET /api/settings': {
    summary: 'What this server offers: providers, where editions stand',
    reply: Settings,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'GET /api/providers': {
    summary: 'How each provider is set up and what is left of its quota; asks the vendors, so it may take a moment',
    reply: exact({ providers: Type.Array(ProviderView) }),
    refusals: [],
    needs: { action: 'administer', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
