/**
 * The rules of the site (`domain/site-rules.ts`) in the words of web servers that do not read the site's own file. A
 * server matches paths as they are called, decoded, and is told where to go as an address is written, encoded; so each
 * format has both, but Apache's: it encodes a target itself, percent signs too. A folder's rule holds for the folder,
 * with and without its last slash, and for all beneath it. `base`: where the site stands on its host, with a slash at either end.
 *
 * To add a server: a row in `ruleFormats`.
 */
import { encodePath } from '../domain/address.ts';
import { writeRules, type SiteRule } from '../domain/site-rules.ts';

type WriteRules = (rules: readonly SiteRule[], base: string) => string;

export const ruleFormats: Readonly<Record<string, WriteRules>> = {
  netlify: (rules, base) =>
    writeRules(rules.map((rule) => ({ ...rule, from: under(base, rule.from), to: under(base, rule.to) }))),

  /** In a `server` block. The page of a withdrawn edition is shown with its status. */
  nginx: (rules, base) =>
    lines(
      rules.flatMap(({ from, to, status }) => {
        const folder = `${base}${from}`;
        if (status === 301) {
          const goal = `return 301 ${quoted(encodePath(`${base}${to}`))};`;
          return [`location = ${quoted(slashless(folder))} { ${goal} }`, `location ^~ ${quoted(folder)} { ${goal} }`];
        }
        const page = quoted(`${folder}index.html`);
        return [
          `location = ${page} { internal; }`,
          `location ^~ ${quoted(folder)} { error_page 410 ${page}; return 410; }`,
        ];
      }),
    ),

  /** In the host's configuration or an .htaccess file, by mod_alias. */
  apache: (rules, base) =>
    lines([
      `ErrorDocument 410 ${base}404.html`,
      ...rules.map(({ from, to, status }) => {
        const pattern = quoted(`^${forRegExp(slashless(`${base}${from}`))}(/.*)?$`);
        return status === 410
          ? `RedirectMatch 410 ${pattern}`
          : `RedirectMatch 301 ${pattern} ${quoted(`${base}${to}`)}`;
      }),
    ]),

  /** In a site block. */
  caddy: (rules, base) =>
    lines(
      rules.flatMap(({ from, to, status }, at) => {
        const folder = `${base}${from}`;
        const matcher = `@rule${at + 1}`;
        return [
          `${matcher} path ${quoted(slashless(folder))} ${quoted(`${folder}*`)}`,
          status === 410 ? `error ${matcher} 410` : `redir ${matcher} ${quoted(encodePath(`${base}${to}`))} 301`,
        ];
      }),
    ),
};

function under(base: string, path: string): string {
  return `${base.slice(1)}${path}`;
}

function slashless(folder: string): string {
  return folder.slice(0, -1);
}

/** A word for a server's configuration. Names of articles hold letters, digits, hyphens and underscores only. */
function quoted(word: string): string {
  return `"${word.replace(/["\\]/gu, '\\$&')}"`;
}

function forRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
