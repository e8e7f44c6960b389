import { camel, snake } from './names.js';

/** @typedef {{ folder: string, route: string, path: string, name: string, group: string, key: string, account: string | undefined }} Page */

const SETTINGS = 'project.inlang/settings.json';

/** The roles that read the pages of a group, and the demo account that opens them in a journey. @type {Record<string, { who: string, account?: string }>} */
const groups = {
	'(public)': { who: "'everyone'" },
	'(applicant)': { who: "['applicant']", account: 'richiedente' },
	'(caseworker)': { who: "['caseworker']", account: 'operatore' },
	'(staff)': { who: "['officer', 'manager']", account: 'funzionario' },
	'(landlord)': { who: "['landlord']", account: 'proprietario' },
	'(office)': { who: "['programme']", account: 'programma' },
	'(audit)': { who: "['auditor']", account: 'revisore' },
	'(admin)': { who: "['administrator']", account: 'amministratore' }
};

/**
 * A page as docs/how-to-add-page.md describes it.
 * @param {import('./write.js').Writer} writer @param {readonly string[]} words
 */
export function page(writer, [address = '']) {
	const about = aboutPage(writer, address);
	writer.create(`${about.folder}/+page.server.ts`, LOAD);
	writer.create(`${about.folder}/+page.svelte`, pageText(about));
	addMessages(writer, about);
	writer.create(`tests/support/authorisation/${about.name}.ts`, rowText(about));
	const tests = about.group.slice(1, -1);
	writer.create(`tests/e2e/${tests}/${about.name}.spec.ts`, journeyText(about));
	return 'Now write its texts in both languages, what it loads, and what a person comes for. Then: npm run sync.';
}

/** @param {import('./write.js').Writer} writer @param {string} address @returns {Page} */
function aboutPage(writer, address) {
	const parts = address.split('/').filter((part) => part !== '' && !part.startsWith('('));
	if (parts.length === 0 || !parts.every((part) => /^[a-z][a-z0-9-]*$/.test(part)))
		throw new Error('write the address of the page, such as staff/keys: small letters and hyphens.');
	const first = parts[0] ?? '';
	const names = Object.keys(groups).filter((group) => writer.exists(`src/routes/${group}`));
	const own = names.find((group) => group !== '(public)' && writer.exists(`src/routes/${group}/${first}`));
	const group = own ?? '(public)';
	const name = own ? parts.slice(1).join('-') || first : parts.join('-');
	const path = `/${parts.join('/')}`;
	const route = `/${group}${path}`;
	const { account } = groups[group] ?? {};
	return { folder: `src/routes${route}`, route, path, name, group, key: snake(parts.join('-')), account };
}

const LOAD = `import { dayOf } from '$lib/domain/calendar/deadline';
import { now } from '$lib/server/clock';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ today: dayOf(now()) });
`;

/** @param {Page} about */
const pageText = ({ key }) => `<script lang="ts">
	import { m } from '$lib/paraglide/messages';
	import EmptyState from '$lib/ui/EmptyState.svelte';
	import PageHead from '$lib/ui/PageHead.svelte';
	import { formatDate } from '$lib/words/format';
	import type { PageProps } from './$types';

	let { data }: PageProps = $props();
</script>

<PageHead title={m.${key}_title()} lead={m.${key}_lead()} />
<EmptyState title={m.${key}_empty({ day: formatDate(data.today) })} />
`;

/** @param {import('./write.js').Writer} writer @param {Page} about */
function addMessages(writer, { name, key }) {
	const texts = {
		it: { title: 'Titolo da scrivere', lead: 'A che cosa serve la pagina.', empty: 'Niente da mostrare il {day}.' },
		en: { title: 'Title to write', lead: 'What the page is for.', empty: 'Nothing to show on {day}.' }
	};
	for (const [language, { title, lead, empty }] of Object.entries(texts)) {
		const file = `src/lib/i18n/messages/${language}/${name}.json`;
		const added = { [`${key}_title`]: title, [`${key}_lead`]: lead, [`${key}_empty`]: empty };
		if (!writer.exists(file)) writer.create(file, '{}');
		writer.change(file, (text) => JSON.stringify({ ...JSON.parse(text), ...added }, null, '\t'));
	}
	writer.change(SETTINGS, (text) => withMessages(text, `./src/lib/i18n/messages/{locale}/${name}.json`));
}

/** @param {string} text @param {string} pattern */
function withMessages(text, pattern) {
	if (text.includes(`"${pattern}"`)) return text;
	return text.replace(/"(\n\t*\])/, `",\n\t\t\t"${pattern}"$1`);
}

/** @param {Page} about */
const rowText = ({ route, group }) => `import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [{ route: '${route}', read: ${groups[group]?.who} }];
`;

/** @param {Page} about */
function journeyText({ path, account, name }) {
	const signs = account ? `import { signIn } from '../../support/sign-in';\n` : '';
	const enters = account ? `\tawait signIn(page, '${account}');\n` : '';
	return `import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, readingTest as test } from '../../support/portal';
${signs}
test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a person comes to ${camel(name)} for what it says', async ({ page }) => {
${enters && `\t${enters}`}		await page.goto('${path}');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Titolo da scrivere');
	});
});

test('${camel(name)} is accessible and fits every width', async ({ page }) => {
${enters}	await page.goto('${path}');
	await expectGoodAtEveryWidth(page);
});
`;
}
