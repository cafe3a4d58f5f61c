import ts from 'typescript';

/**
 * ECMAScript 5.1, and of what came later: `const` and `let`, arrow functions, rest parameters,
 * templates, `async` and `await`, `**`, and imports of modules as a whole.
 */
const unknown = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.ClassDeclaration, 'class'],
  [ts.SyntaxKind.ClassExpression, 'class'],
  [ts.SyntaxKind.ForOfStatement, 'for of'],
  [ts.SyntaxKind.ObjectBindingPattern, 'destructuring'],
  [ts.SyntaxKind.ArrayBindingPattern, 'destructuring'],
  [ts.SyntaxKind.SpreadElement, 'spread'],
  [ts.SyntaxKind.SpreadAssignment, 'spread'],
  [ts.SyntaxKind.YieldExpression, 'generators'],
  [ts.SyntaxKind.BigIntLiteral, 'BigInt'],
  [ts.SyntaxKind.QuestionDotToken, '?.'],
  [ts.SyntaxKind.QuestionQuestionToken, '??'],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [ts.SyntaxKind.BarBarEqualsToken, '||='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
  [ts.SyntaxKind.ShorthandPropertyAssignment, 'shorthand properties'],
  [ts.SyntaxKind.MethodDeclaration, 'shorthand methods'],
  [ts.SyntaxKind.ComputedPropertyName, 'computed names'],
  [ts.SyntaxKind.NamedImports, 'named imports'],
  [ts.SyntaxKind.ExportDeclaration, 'export'],
  [ts.SyntaxKind.ExportAssignment, 'export'],
  [ts.SyntaxKind.ExportKeyword, 'export'],
]);

/** What CloudFront's JavaScript runtime 2.0 does not read, with the lines where it stands. */
export function unknownSyntax(code: string): string[] {
  const file = ts.createSourceFile('edge-function.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const complain = (node: ts.Node, what: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${what} in line ${line + 1}`);
  };
  const look = (node: ts.Node) => {
    const name = unknown.get(node.kind);
    if (name) complain(node, name);
    if (ts.isParameter(node) && node.initializer) complain(node, 'default values of parameters');
    if (ts.isCatchClause(node) && !node.variableDeclaration) complain(node, 'catch without a name');
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}
