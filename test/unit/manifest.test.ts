import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Color, Command, ContextKey, LANGUAGE_ID, Setting, SIDECAR_LANGUAGE_ID } from '../../src/editor/contributions';
import { defaultScheme } from '../../src/newsmark';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly commands: readonly { command: string; title: string; category: string; enablement?: string }[];
    readonly keybindings: readonly { command: string; key: string; when: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { markdownDescription: string }>> };
    readonly colors: readonly { id: string; description: string; defaults: Readonly<Record<string, string>> }[];
  };
}
type Strings = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(file, 'utf8');
const json = (file: string): unknown => JSON.parse(read(file));

/** All source files of the room that speaks. */
function editorSources(): string[] {
  return readdirSync('src/editor', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join('src/editor', name)));
}

describe('the manifest', () => {
  const manifest = json('package.json') as Manifest;
  const english = json('package.nls.json') as Strings;
  const chinese = json('package.nls.zh-cn.json') as Strings;
  const { contributes } = manifest;
  const commands: string[] = Object.values(Command);

  it('contributes exactly the commands that the code knows', () => {
    assert.deepEqual(contributes.commands.map((c) => c.command).sort(), [...commands].sort());
  });

  it('has every command registered, once', () => {
    const sources = editorSources().join('\n');
    for (const name of Object.keys(Command)) {
      const registered = new RegExp(`register(Settled)?Command\\((pages, )?log, Command\\.${name},`, 'g');
      assert.equal(sources.match(registered)?.length, 1, name);
    }
  });

  it('puts every command into the category Newsmark and guards those that need a page', () => {
    const palette = new Map(contributes.menus['commandPalette']?.map((item) => [item.command, item.when]));
    for (const { command, category, enablement } of contributes.commands) {
      assert.equal(category, 'Newsmark', command);
      const needsArgument = command === Command.reveal;
      assert.equal(palette.get(command), needsArgument ? 'false' : enablement, command);
    }
  });

  it('says every string in both languages, and none that nobody uses', () => {
    const used = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!));
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
    for (const key of used) assert.match(chinese[key]!, /\p{Script=Han}/u, key);
  });

  it('guards every key by our own context key and binds no bare letter', () => {
    for (const { command, key, when } of contributes.keybindings) {
      assert.ok(commands.includes(command), command);
      assert.match(when, /newsmark\.active/, command);
      assert.match(key, /ctrl|alt/, command);
      assert.doesNotMatch(key, / /, `${command} binds a chord`);
    }
  });

  it('uses only context keys that the code sets', () => {
    const known: string[] = Object.values(ContextKey);
    for (const [, key] of JSON.stringify(contributes.menus).matchAll(/(newsmark\.on\w+|newsmark\.active)/g)) {
      assert.ok(known.includes(key!), key);
    }
  });

  it('declares exactly the settings and the language that the code uses', () => {
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), Object.values(Setting).sort());
    assert.deepEqual(
      contributes.languages.map((l) => l.id),
      [LANGUAGE_ID, SIDECAR_LANGUAGE_ID],
    );
  });

  it('gives every colour a default in all four kinds of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });

  it('contributes the colours of the code and of the default scheme', () => {
    const ids = new Set(contributes.colors.map((c) => c.id));
    for (const id of Object.values(Color)) assert.ok(ids.has(id), id);
    for (const label of defaultScheme.labels) assert.ok(ids.has(label.color), label.color);
  });

  it('types the API of the oldest VS Code that it supports', () => {
    const floor = /\d+\.\d+/.exec(manifest.engines.vscode)?.[0];
    assert.ok(manifest.devDependencies['@types/vscode']?.startsWith(`~${floor}.`));
  });
});

describe('the strings of the editor', () => {
  it('are all translated, and no translation is left over', () => {
    const bundle = json('l10n/bundle.l10n.zh-cn.json') as Strings;
    const used = new Set<string>();
    for (const source of editorSources()) {
      for (const match of source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)) used.add(match[1]!.replace(/\\'/g, "'"));
      for (const match of source.matchAll(/l10n\.t\(\s*`/g)) assert.fail(`template string in l10n.t: ${match[0]}`);
    }
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
  });

  it('keep their placeholders in translation', () => {
    const placeholders = (text: string): string[] => [...text.matchAll(/\{\d\}|\$\([a-z]+\)/g)].map((m) => m[0]).sort();
    for (const [english, chinese] of Object.entries(json('l10n/bundle.l10n.zh-cn.json') as Strings)) {
      assert.deepEqual(placeholders(chinese), placeholders(english), english);
    }
  });
});
