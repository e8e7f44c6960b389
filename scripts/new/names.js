import { AREAS } from '../../lint/place.js';

const WORDS = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** @param {string} name @param {string} what */
function checked(name, what) {
	if (!WORDS.test(name)) throw new Error(`"${name}" is no name of a ${what}: write small letters and hyphens.`);
	return name;
}

/** @param {string} words @returns {string} `work-costs` -> `WorkCosts` */
export const pascal = (words) => words.replace(/(^|[-_])([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());

/** @param {string} words @returns {string} `work-costs` -> `workCosts` */
export const camel = (words) => pascal(words).replace(/^./, (letter) => letter.toLowerCase());

/** @param {string} words @returns {string} `work-costs` -> `work_costs` */
export const snake = (words) => words.replaceAll('-', '_');

/** @param {string} words @returns {string} `work_costs` -> `work-costs` */
export const kebab = (words) => words.replaceAll('_', '-');

/** One of what the plural names, as far as English is regular. @param {string} words */
export const single = (words) => words.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

/**
 * `letting/payments`, and the name of the table where it is another.
 * @param {readonly string[]} words
 */
export function placeOfFeature([place = '', tableName]) {
	const [area = '', name = '', more] = place.split('/');
	if (!AREAS.includes(area) || more !== undefined)
		throw new Error(`write AREA/FEATURE with one of the areas ${AREAS.join(', ')}.`);
	const feature = kebab(checked(name, 'feature'));
	return { area, feature, table: snake(checked(tableName ?? feature, 'table')) };
}
