import type { ThemeRegistration } from 'shiki/core';

/** What a piece of code is, as far as colours tell. */
export const roles = [
  'comment',
  'punctuation',
  'keyword',
  'string',
  'name',
  'constant',
  'type',
  'inserted',
  'deleted',
] as const;
export type Role = (typeof roles)[number];

/** A piece of a line; without a role it is an ordinary word. */
export interface Token {
  readonly text: string;
  readonly role?: Role | undefined;
}

/** Which scopes of a grammar have which role; the more exact selector wins. */
const scopes: Record<Role | 'none', readonly string[]> = {
  none: [
    'meta.template.expression',
    'meta.interpolation',
    'meta.embedded',
    'string variable',
    'string.unquoted.argument',
    'string.unquoted.redirection',
    'constant.other.database-name',
    'constant.other.table-name',
  ],
  comment: [
    'comment',
    'punctuation.definition.comment',
    'string.quoted.docstring',
    'string.quoted.docstring punctuation.definition.string',
  ],
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow'],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'keyword.operator.new',
    'keyword.operator.word',
    'entity.name.tag',
    'entity.name.section',
    'markup.heading',
    'punctuation.definition.heading',
    'punctuation.definition.list.begin.markdown',
    'punctuation.definition.template-expression',
    'punctuation.section.embedded',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.other.symbol',
    'markup.inline.raw',
    'markup.fenced_code',
    'markup.underline.link',
  ],
  name: [
    'entity.name.command',
    'entity.name.function',
    'entity.other.attribute-name',
    'markup.bold',
    'meta.function-call.generic',
    'support.function',
  ],
  constant: [
    'constant',
    'keyword.other.unit',
    'meta.diff.range',
    'string.regexp',
    'support.constant',
    'variable.other.constant.property',
  ],
  type: [
    'entity.name.class',
    'entity.name.namespace',
    'entity.name.type',
    'entity.other.inherited-class',
    'meta.diff.header',
    'punctuation.support.type',
    'storage.type.java',
    'support.class',
    'support.type',
    'variable.other.key.toml',
  ],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
};

/** A theme that names roles in the place of colours; the card knows how they look. */
export const theme: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  fg: 'none',
  bg: 'none',
  settings: Object.entries(scopes).map(([role, scope]) => ({
    scope: [...scope],
    settings: { foreground: role },
  })),
};

export function roleOf(color: string | undefined): Role | undefined {
  return roles.find((role) => role === color);
}
