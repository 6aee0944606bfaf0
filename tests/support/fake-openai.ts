/** OpenAI's `/chat/completions`: our data stands in the user's message, the answer is JSON inside JSON. */
import { startFakeVendor, type FakeVendor } from './fake-vendor.ts';

interface Chat {
  readonly messages: ReadonlyArray<{ readonly role: string; readonly content: string }>;
}

export function startFakeOpenAI(): Promise<FakeVendor> {
  return startFakeVendor({
    texts: (body) => dataOf(body).items.map(({ text }) => text),
    reply: (texts) => {
      const translations = texts.map((text, at) => ({ id: at + 1, text }));
      const content = JSON.stringify({ translations });
      return { model: 'fake-1', choices: [{ message: { role: 'assistant', content } }] };
    },
  });
}

/** The JSON document between the delimiters. */
export function dataOf(body: string): { context: string; items: Array<{ id: number; text: string }> } {
  const user = (JSON.parse(body) as Chat).messages.find(({ role }) => role === 'user');
  return JSON.parse(user?.content.split('\n')[1] ?? '');
}
