// Usage: node many-notes.mjs FROM TO [NUMBER]
// Copies the site in FROM to the new folder TO and gives its most annotated article NUMBER notes (30 if it is left out):
// notes of other articles with their own words and sources, put at sentences that have none. So a page of
// known size exists, made of notes as editors write them.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to, number = '30'] = process.argv.slice(2);
if (!to) {
  console.error('usage: node many-notes.mjs FROM TO [NUMBER]');
  process.exit(2);
}
rmSync(to, { recursive: true, force: true });
for (const name of ['postil.yaml', 'content', 'templates', 'themes']) if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });

const articles = join(to, 'content', 'articles');
const notes = (slug) => {
  const folder = join(articles, slug, 'notes');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })) : [];
};
const [most, ...others] = readdirSync(articles).sort((a, b) => notes(b).length - notes(a).length || (a < b ? -1 : 1));
const own = notes(most);
const text = readFileSync(join(articles, most, 'article.md'), 'utf8').replace(/^---\n.*?\n---\n/s, '');

/** Parts of sentences without marks of Markdown that stand once and that no note quotes, as evenly spread as they come. */
const quotes = own.map((note) => note.text.match(/^quote: *(?:[|>]-?\n)?(.*)$/m)?.[1].replace(/^["']|["']$/g, '').trim() ?? '').filter((quote) => quote !== '');
const free = text.split(/\n{2,}/).filter((block) => /^\p{L}/u.test(block)).flatMap((block) => block.replaceAll('\n', ' ').split(/[.:;,“”"()]/))
  .map((part) => part.trim())
  .filter((part) => /^[\p{L}\d ']{24,}$/u.test(part) && text.replaceAll('\n', ' ').split(part).length === 2 && !quotes.some((quote) => quote.includes(part.slice(0, 20)) || part.includes(quote.slice(0, 20))));

/** A note of another article with its kind, verdict, words and sources, but not its place and its claim. */
const moved = (note, quote) => note.replaceAll(/^(quote|anchor|claim|treats):.*\n(?:(?:[ \t].*)?\n)*?(?=\S)/gm, '').replace(/^kind: /m, `quote: ${JSON.stringify(quote)}\nkind: `);
const usual = others.flatMap(notes).filter(({ text: note }) => /^quote:/m.test(note) && /^sources:/m.test(note) && !/^(answer|translation|lang|language|links?):/m.test(note));
const wanted = Number(number) - own.length;
if (usual.length < wanted || free.length < wanted) {
  console.error(`${usual.length} notes and ${free.length} sentences are not enough for ${wanted} more notes`);
  process.exit(1);
}
for (let added = 0; added < wanted; added += 1) {
  writeFileSync(join(articles, most, 'notes', `more-${added}.yaml`), moved(usual[added].text, free[Math.floor((added * free.length) / wanted)]));
}
console.log(`${most}: ${own.length} notes and ${wanted} more`);
