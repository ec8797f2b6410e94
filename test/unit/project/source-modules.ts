/** Reads the project's source with a parser, as the rules of architecture.ts need it. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

export interface ImportOf {
  specifier: string;
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
}

export interface SourceModule {
  /** From the project's root, with slashes. */
  path: string;
  lineCount: number;
  imports: ImportOf[];
  /** Every name that occurs, of variables, properties and JSX attributes. */
  names: Set<string>;
  /** `object.property`, for plain objects. */
  members: Set<string>;
  comments: string[];
  opensWithComment: boolean;
}

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['entrypoints', 'lib', 'test'];
const SOURCE = /\.(ts|tsx|mts|mjs)$/;

/** All TypeScript and JavaScript of the project. */
export function readSourceModules(): SourceModule[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(posix.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => SOURCE.test(path)),
  ).map((path) => parseModule(path, readFileSync(posix.join(ROOT, path), 'utf8')));
}

/** @throws Error when the text is not TypeScript. */
export function parseModule(path: string, text: string): SourceModule {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: ImportOf[] = [];
  const names = new Set<string>();
  const members = new Set<string>();
  const add = (specifier: string, typeOnly: boolean) => imports.push({ specifier, typeOnly });

  new Visitor({
    ImportDeclaration(node) {
      const each = node.specifiers.map(
        (specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type',
      );
      const typeOnly = node.importKind === 'type' || (each.length > 0 && each.every(Boolean));
      add(node.source.value, typeOnly);
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.exportKind === 'type');
    },
    ExportNamedDeclaration(node) {
      if (node.source) add(node.source.value, node.exportKind === 'type');
    },
    ImportExpression({ source }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false);
    },
    TSImportType({ source }) {
      add(source.value, true);
    },
    Identifier({ name }) {
      names.add(name);
    },
    JSXIdentifier({ name }) {
      names.add(name);
    },
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier' && property.type === 'Identifier') {
        members.add(`${object.name}.${property.name}`);
      }
    },
  }).visit(program);

  return {
    path,
    lineCount: text.trimEnd().split('\n').length,
    imports,
    names,
    members,
    comments: comments.map(({ value }) => value),
    opensWithComment: comments[0]?.start === 0,
  };
}
