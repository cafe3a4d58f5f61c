import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '../..');

/** A file of the sources, as TypeScript reads it. */
export function parseSource(path) {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The TypeScript files of a folder and of those in it. */
export function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** The members of an interface, in their order, with what is said of them. */
export function membersOf(path, name) {
  const source = parseSource(path);
  const found = source.statements.find(
    (node) => (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name,
  );
  if (!found?.members) throw new Error(`${path} has no interface ${name}`);
  return found.members.map((member) => ({
    name: member.name.getText(source),
    isOptional: member.questionToken !== undefined,
    type: spellOut(typeOf(member, source), source),
    ...docOf(member, source),
  }));
}

/** What a file exports as a function, with what is said of it. */
export function functionsOf(path) {
  const source = parseSource(path);
  return source.statements.filter(isExportedFunction).map((node) => ({
    name: node.name.text,
    parameters: `(${node.parameters.map((parameter) => parameter.name.getText(source)).join(', ')})`,
    text: node.getText(source),
    ...docOf(node, source),
  }));
}

function isExportedFunction(node) {
  return (
    ts.isFunctionDeclaration(node) &&
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function typeOf(member, source) {
  if (!ts.isMethodSignature(member)) return oneLine(member.type.getText(source));
  const parameters = member.parameters.map((parameter) => parameter.name.getText(source)).join(', ');
  return `(${parameters}) => ${oneLine(member.type.getText(source))}`;
}

/** A name of the same file that stands for a choice of words, as those words. */
function spellOut(type, source) {
  const alias = source.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === type);
  return alias && ts.isUnionTypeNode(alias.type) ? oneLine(alias.type.getText(source)) : type;
}

/** The docstring in front of a node, and its `@default` apart. */
function docOf(node, source) {
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
  const last = ranges
    .map(({ pos, end }) => source.text.slice(pos, end))
    .findLast((text) => text.startsWith('/**'));
  const words = (last ?? '').replaceAll(/^\s*\/?\*+\/?|\*\/$/gm, '');
  const [about, ...tags] = oneLine(words).split(/\s*@(?=default|throws|param)/);
  const byDefault = tags
    .find((tag) => tag.startsWith('default'))
    ?.slice('default'.length)
    .trim();
  return { about: withoutLinks(about.trim()), byDefault };
}

function withoutLinks(text) {
  return text.replaceAll(/\{@link ([^}]+)\}/g, '`$1`');
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, ' ').trim();
}
