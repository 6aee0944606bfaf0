/** The sites of the peers: the same Markdown, one page each in a plain layout, and a list of all. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Peer {
  readonly name: string;
  readonly command: string;
  /** Makes its site in a folder, from the content; gives the arguments that build it, and where it writes. */
  readonly prepare: (folder: string, content: string) => { readonly args: readonly string[]; readonly out: string };
}

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${content}</main></body></html>\n`;

export const peers: readonly Peer[] = [
  {
    name: 'Hugo',
    command: 'hugo',
    prepare(folder, content) {
      write(folder, {
        'config.toml': "baseURL = 'https://news.example.org/'\ntitle = 'Bench'\ndisableKinds = ['taxonomy', 'term']\n",
        'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
        'layouts/_default/list.html': page(
          '{{ .Title }}',
          '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
        ),
      });
      mkdirSync(path.join(folder, 'content'));
      symlinkSync(content, path.join(folder, 'content', 'posts'));
      return { args: ['--quiet', '--destination', 'out'], out: path.join(folder, 'out') };
    },
  },
  {
    name: 'Eleventy',
    command: 'eleventy',
    prepare(folder, content) {
      write(folder, {
        'site/_includes/page.njk': page('{{ title }}', '{{ content | safe }}'),
        'site/index.njk':
          '<ul>{% for post in collections.all %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor %}</ul>\n',
      });
      symlinkSync(content, path.join(folder, 'site', 'posts'));
      return { args: ['--quiet', '--input=site', '--output=out'], out: path.join(folder, 'out') };
    },
  },
];

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
