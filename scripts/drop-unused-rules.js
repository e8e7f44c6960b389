import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {NonNullable<Exclude<import('vite').CSSOptions['postcss'], string | undefined>['plugins']>[number]} Plugin */

const layer = 'bootstrap-italia';

/** Every word in our pages and components. A class name that is not among them is not in use. */
function wordsOf(/** @type {string} */ folder) {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(svelte|html)$/.test(file)
	);
	return new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/[A-Za-z][\w-]*/g) ?? []));
}

/** A selector is used when every class it needs occurs in the pages. Classes inside `:not()` are not needed. */
function isUsed(/** @type {string} */ selector, /** @type {Set<string>} */ words) {
	const classes = selector.replace(/:not\([^)]*\)/g, '').match(/\.-?[A-Za-z_][\w-]*/g) ?? [];
	return classes.every((name) => words.has(name.slice(1)));
}

/**
 * In a build, drops the rules of the design system that no page uses: nine tenths of them. Our own rules are outside
 * its layer and stay.
 *
 * @returns {Plugin}
 */
export function dropUnusedRules(folder = 'src') {
	return {
		postcssPlugin: 'drop-unused-rules',
		Once(root) {
			if (process.env.NODE_ENV !== 'production') return;
			const words = wordsOf(folder);
			root.walkAtRules('layer', (atRule) => {
				if (atRule.params !== layer) return;
				atRule.walkRules((rule) => {
					const used = rule.selectors.filter((selector) => isUsed(selector, words));
					if (used.length === 0) rule.remove();
					else rule.selectors = used;
				});
				atRule.walkAtRules((inner) => {
					if (inner.nodes?.length === 0) inner.remove();
				});
			});
		}
	};
}
