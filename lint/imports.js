import { relative } from 'node:path';
import { allows } from './layout.js';
import { resolveImport } from './place.js';

/** @param {import('eslint').Rule.RuleContext} context */
const pathOf = (context) => relative(context.cwd, context.filename).replaceAll('\\', '/');

/** The rule `imports/inward`: an import that docs/architecture.md does not allow is refused, with where the code belongs. */
export const imports = {
	rules: {
		inward: {
			/** @param {import('eslint').Rule.RuleContext} context @returns {import('eslint').Rule.RuleListener} */
			create(context) {
				const importer = pathOf(context);
				/** @param {any} node an import, an export from elsewhere, or `import()`; of a type, too */
				const judge = (node) => {
					const source = node.source ?? node.argument?.literal;
					if (typeof source?.value !== 'string') return;
					const path = resolveImport(importer, source.value);
					const message = allows(importer, path ?? source.value, path === null);
					if (message) context.report({ node: source, message });
				};
				return {
					ImportDeclaration: judge,
					ExportNamedDeclaration: judge,
					ExportAllDeclaration: judge,
					ImportExpression: judge,
					TSImportType: judge
				};
			}
		}
	}
};
