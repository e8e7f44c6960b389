import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What the source of the portal never does, each with an example that must be found, and the files that may (docs/security.md
 * says why it matters).
 */
const never = [
	{
		what: 'writes HTML that is not escaped',
		code: /\{@html|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
		as: '{@html name}'
	},
	{ what: 'runs code made of text', code: /\beval\(|new Function\(/, as: 'eval(text)' },
	{ what: 'runs commands of the system', code: /child_process/, as: "import { exec } from 'node:child_process'" },
	{ what: 'puts text into a query', code: /sql\.raw|sql\.lit\((?!length\))/, as: 'sql.raw(text)' },
	{
		what: 'makes a regular expression of text',
		code: /\bRegExp\(/,
		as: 'new RegExp(text)',
		// Both are put together once, of words of their own.
		may: ['src/lib/server/homes/imports/date-cells.ts', 'src/lib/server/homes/imports/look-alikes.ts']
	},
	{ what: 'opens answers to other origins', code: /access-control-allow/i, as: "'Access-Control-Allow-Origin': '*'" },
	{
		what: 'listens to messages of other windows',
		code: /(?:window|addEventListener)\W{1,2}(?:on)?message\b/,
		as: "addEventListener('message'",
		may: ['src/service-worker.ts', 'src/routes/(public)/verify/verify.worker.ts']
	},
	{ what: 'hashes with anything but SHA-256', code: /createHash\((?!'sha256'\))/, as: "createHash('md5')" },
	{
		what: 'encrypts with anything but AES-256-GCM',
		code: /['"]aes-(?!256-gcm['"])|createCipher\(|createCipheriv\((?!ALGORITHM)/,
		as: "createCipheriv('aes-256-ecb'"
	},
	{
		what: 'takes chance from a generator that can be foreseen',
		code: /Math\.random/,
		as: 'Math.random()',
		may: ['src/lib/server/platform/db/sqlite-driver.ts']
	},
	{
		what: 'puts a name into a mail as it was typed',
		code: /\bm\.\w*mail\w*\(\s*\{[^}]*\bname(?:\s*[,}]|:(?!\s*nameInMail\())/,
		as: 'm.offer_mail_text({ home, name: to.name })'
	},
	{
		what: 'keeps data in the storage of the browser',
		code: /\b(?:local|session)Storage\b/,
		as: 'sessionStorage',
		may: ['src/routes/(staff)/Shortcuts.svelte']
	}
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((path) => join('src', path))
	.filter((path) => /\.(?:ts|js|svelte|html)$/.test(path) && !path.includes('paraglide'));

describe.each(never)('the source never $what', ({ code, as, may = [] }) => {
	test('nowhere but where it may', () => {
		expect(sources.length).toBeGreaterThan(900);
		const found = sources.filter((path) => code.test(readFileSync(path, 'utf8')));
		// A file that no longer does it leaves the list.
		expect(found.toSorted()).toEqual(may.toSorted());
	});
	test('and an example is found', () => expect(as).toMatch(code));
});
