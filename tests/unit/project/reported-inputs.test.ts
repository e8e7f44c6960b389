import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// The inputs that people reported, and the tests that hold the right value. A new report stands here with its test.

const REGISTER = 'tests/unit/server/homes/imports/reported-files.test.ts';
const IMPORT = 'tests/integration/homes/imports/import.test.ts';
const ANSWERS = 'tests/integration/requests/applications/reported-answers.test.ts';

/** The file, the test file, and the beginning of the test's title. */
const tests: Readonly<Record<string, readonly [file: string, title: string]>> = {
	'addresses.json': [
		'tests/integration/platform/accounts/reported-addresses.test.ts',
		'that is rare is asked about once'
	],
	'area-zero.json': [ANSWERS, 'of nothing is refused'],
	'closing-year.json': ['tests/integration/notices/notices/far-closing.test.ts', 'a closing far away is asked about'],
	'contradictions.json': [ANSWERS, 'answers that do not go together are named'],
	'digits-of-other-scripts.json': [ANSWERS, 'an amount in the digits and signs of others is read'],
	'draft-after-closing.json': [ANSWERS, 'a draft after the closing says that it was not sent'],
	'household-impossible.json': [ANSWERS, 'people who can hardly be are named'],
	'member-inherits.json': [ANSWERS, 'goes with the person, never passes to the next'],
	'own-birth-date.json': [ANSWERS, 'one’s own birth date is corrected in place'],
	'residence-longer-than-life.json': [ANSWERS, 'before anybody of the household was born is refused'],
	'same-member-twice.json': [ANSWERS, 'one form sent twice at once adds one person'],
	'search-by-code.json': ['tests/integration/homes/dwellings/reported-searches.test.ts', 'an exact code comes first'],
	'session-ends-in-a-form.json': [
		'tests/e2e/public/sessions.spec.ts',
		'text that was sent after the session had ended'
	],
	'small-words.json': [
		'tests/integration/homes/dwellings/reported-searches.test.ts',
		'the form of a building speaks of fields'
	],
	'told-cookie.json': ['tests/e2e/public/sessions.spec.ts', 'answers of the check never pass to the next person'],
	'two-tabs.json': [ANSWERS, 'a form opened before another save shows both'],
	'viewing-after-deadline.json': [
		'tests/integration/letting/offers/reported-viewing.test.ts',
		'a viewing after the deadline is refused'
	],
	'withdrawn-dwelling.json': [
		'tests/integration/letting/removals/reported-withdrawal.test.ts',
		'a home of an open notice is not withdrawn in passing'
	],
	'currency-and-units.csv': [REGISTER, 'currency, units and spaces in thousands'],
	'encoded-twice.csv': [REGISTER, 'encoded-twice'],
	'floors-by-words.csv': [REGISTER, 'floors in letters'],
	'impossible-flat.csv': [IMPORT, 'a flat that can hardly be'],
	'leading-zero-1.csv': [IMPORT, 'buildings and homes of the register under a code with other zeros'],
	'leading-zero-2.csv': [IMPORT, 'buildings and homes of the register under a code with other zeros'],
	'long-house-number.csv': [REGISTER, 'long-house-number'],
	'newline-and-direction-marks.csv': [REGISTER, 'newline-and-direction-marks'],
	'old-code-page-cp850.csv': [IMPORT, 'a file is read again in the encoding'],
	'same-flat-other-code.csv': [IMPORT, 'the same home under another code'],
	'sep-line.csv': [REGISTER, 'a line that names the separator is skipped'],
	'short-rows.csv': [REGISTER, 'cells left out at the end of a row are empty'],
	'slash-in-code.csv': [REGISTER, 'slash-in-code'],
	'spreadsheet-dates.csv': [REGISTER, 'days as spreadsheets write them'],
	'turned-into-dates.csv': [REGISTER, 'a code and a house number that a spreadsheet made a date'],
	'whole-numbers-with-decimals.csv': [REGISTER, 'whole numbers with decimals'],
	'yes-with-apostrophe.csv': [REGISTER, 'yes with an apostrophe']
};

const files = ['reported', 'imports'].flatMap((folder) => readdirSync(`tests/support/data/${folder}`));

it('every reported input has its test', () => {
	expect(Object.keys(tests).toSorted()).toEqual(files.toSorted());
});

it.each(Object.entries(tests))('%s', (input, [file, title]) => {
	const source = readFileSync(file, 'utf8');
	expect(source).toContain(title);
	const name = input.replace(/\.\w+$/, '');
	// The tests of whole sessions replay what their report tells in words.
	if (!file.includes('/e2e/')) expect(source).toContain(name);
});
