/** Lines of code that a function may have; blank lines and comments are not counted. */
const MOST = 30;

/** `describe`, `test.describe.serial`, `it.skipIf(…)`: the first word of what is called. @param {any} callee @returns {string} */
const words = (callee) => {
	if (callee.type === 'Identifier') return callee.name;
	if (callee.type === 'MemberExpression') return `${words(callee.object)}.${callee.property.name ?? ''}`;
	return callee.type === 'CallExpression' ? words(callee.callee) : '';
};

/**
 * A loop, a condition or a function of its own that has a block. `for (…) expect(…);` is one more step, and so are
 * the steps of `try { … } finally { … }`, which cleans up after them.
 * @param {any} step @returns {boolean}
 */
const branches = (step) => {
	if (step.type === 'TryStatement' && !step.handler)
		return [step.block, step.finalizer].some(({ body }) => body.some(branches));
	const parts = [step.body, step.consequent, step.alternate, step.block];
	return step.type === 'FunctionDeclaration' || parts.some((part) => part?.type === 'BlockStatement');
};

/**
 * A `describe` is a chapter: its length is that of its tests. A test that is one flat list of steps is read from top to
 * bottom, as a journey is told, and is harder to follow in two pieces. A test that branches or repeats obeys the limit.
 * @param {any} node
 */
function mayBeLong(node) {
	if (node.parent?.type !== 'CallExpression' || !node.parent.arguments.includes(node)) return false;
	const called = words(node.parent.callee);
	if (/^(\w*[tT]est\.)?describe\b/.test(called)) return true;
	return /^(\w*[tT]est|it)\b/.test(called) && !node.body.body?.some(branches);
}

/**
 * @param {import('eslint').SourceCode} source
 * @param {import('estree').Node} node
 * @returns {number} the lines of the node that have code
 */
function linesOfCode(source, node) {
	const lines = new Set();
	for (const { loc } of source.getTokens(node))
		for (let line = loc.start.line; line <= loc.end.line; line++) lines.add(line);
	return lines.size;
}

export const functions = {
	rules: {
		short: {
			create(/** @type {import('eslint').Rule.RuleContext} */ context) {
				/** @param {import('estree').Node} node */
				const check = (node) => {
					const lines = linesOfCode(context.sourceCode, node);
					if (lines <= MOST || mayBeLong(node)) return;
					context.report({
						node,
						message: `This function has ${lines} lines of code; ${MOST} can be read at once: split it, or move its data out of it.`
					});
				};
				return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
			}
		}
	}
};
