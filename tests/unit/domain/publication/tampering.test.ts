import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../../src/lib/domain/allocation/round';
import { proofText, type HouseholdProof } from '../../../../src/lib/domain/publication/household-proof';
import { publicationText, readPublication, type Publication } from '../../../../src/lib/domain/publication/publication';
import { verifyProof } from '../../../../src/lib/domain/publication/verify-proof';
import { verifySealed, type OpenedVersion } from '../../../../src/lib/domain/publication/verify-sealed';
import { aSealedVersion } from '../../../support/sealed-version';

/** Two homes, one of them set aside; `c` gets it before `a`, and `b` gets nothing. */
const round: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: 'c0ffee',
	dwellings: [
		{ id: 'u1', list: 'comune', setAside: ['mobility'] },
		{ id: 'u2', list: 'aler' }
	],
	applications: [
		{ id: 'a', choices: ['u1', 'u2'], keys: { comune: [9], aler: [9] } },
		{ id: 'b', choices: ['u2'], keys: { comune: [5], aler: [5] } },
		{ id: 'c', choices: ['u1'], keys: { comune: [1], aler: [1] }, categories: ['mobility'] }
	]
};
const version = aSealedVersion(round);
const { outcome: _outcome, proofOf, ...opened } = version;
const OTHER = 'ab'.repeat(32);

const different = (checks: readonly { readonly name: string; readonly finding: string }[]) =>
	checks.filter(({ finding }) => finding === 'different').map(({ name }) => name);
const everything = ['commitments', 'recomputed', 'orders', 'setAsides', 'drawn', 'publication'];

/** The version with one line of its statement said otherwise; null takes the line out. */
const stating = (line: RegExp, other: string | null): OpenedVersion => ({
	...opened,
	statement: opened.statement.replace(line, other ?? '')
});

/** The version with another publication, signed with it. */
function publishing(change: (was: Publication) => Publication): OpenedVersion {
	const publication = publicationText(change(readPublication(opened.publication)!));
	const hash = bytesToHex(sha256(utf8ToBytes(publication)));
	return { ...opened, publication, statement: opened.statement.replace(/^public .*$/m, `public ${hash}`) };
}

/** The version with something else among its secrets. */
const keeping = (change: (was: { setAsides: object }) => object): OpenedVersion => ({
	...opened,
	secrets: JSON.stringify(change(JSON.parse(opened.secrets) as { setAsides: object }))
});

const [first, second] = readPublication(opened.publication)!.dwellings as [
	Publication['dwellings'][number],
	Publication['dwellings'][number]
];

describe('a lie about an opened version is found where it is told', () => {
	test('without one, every check holds', () => {
		expect(different(verifySealed(opened))).toEqual([]);
	});

	test.each<[string, OpenedVersion, readonly string[]]>([
		['another round was committed to', stating(/^round .*$/m, `round ${OTHER}`), ['commitments']],
		['another result was committed to', stating(/^result .*$/m, `result ${OTHER}`), ['commitments']],
		['the statement is of another notice', stating(/^notice n$/m, 'notice m'), ['recomputed', 'publication']],
		['the statement is of another version', stating(/^version 1$/m, 'version 2'), ['publication']],
		['the statement is of another kind', stating(/^kind final$/m, 'kind corrected'), ['publication']],
		['one order is another', stating(/^order .* u2$/m, `order ${OTHER} u2`), ['orders']],
		['an order is left out', stating(/^order .* u2\n/m, null), ['orders']],
		['an order is added', stating(/(^order .* u2\n)/m, `$1order ${OTHER} u3\n`), ['orders']],
		['other set-asides were committed to', stating(/^set-asides .*$/m, `set-asides ${OTHER}`), ['setAsides']],
		['the publication was not signed', { ...opened, publication: `${opened.publication} ` }, everything],
		['another publication was signed', stating(/^public .*$/m, `public ${OTHER}`), ['publication']],
		['the order is turned', publishing((was) => ({ ...was, order: was.order.toReversed() })), ['publication']],
		['the last home is free', publishing((was) => ({ ...was, dwellings: [first, taken(second)] })), ['publication']],
		['the first home is free', publishing((was) => ({ ...was, dwellings: [taken(first), second] })), ['publication']],
		['a home is left out', publishing((was) => ({ ...was, dwellings: [first] })), ['publication']],
		['a home is put for another', publishing(withAnother), ['publication']],
		['a home is told twice', publishing((was) => ({ ...was, dwellings: [first, second, second] })), ['publication']],
		['it is published for another notice', publishing((was) => ({ ...was, notice: 'm' })), ['publication']],
		['it is published as another version', publishing((was) => ({ ...was, version: 2 })), ['publication']],
		['it is published as another kind', publishing((was) => ({ ...was, kind: 'corrected' })), ['publication']]
	])('%s', (_, lie, found) => {
		expect(different(verifySealed(lie))).toEqual(found);
	});

	test.each<[string, OpenedVersion]>([
		['of another format', keeping((was) => ({ ...was, format: 'round-secrets/2' }))],
		['with a round’s secret that is none', keeping((was) => ({ ...was, round: '11' }))],
		[
			'with a secret of set-asides that is none',
			keeping((was) => ({ ...was, setAsides: { labels: {}, secret: '2' } }))
		],
		['without labels', keeping((was) => ({ ...was, setAsides: { ...was.setAsides, labels: null } }))],
		['with labels that are a text', keeping((was) => ({ ...was, setAsides: { ...was.setAsides, labels: 'u1' } }))]
	])('secrets %s prove nothing', (_, lie) => {
		expect(different(verifySealed(lie))).toEqual(everything);
	});

	test('wishes told otherwise change the orders, which hold how many listed a home', () => {
		const lie = publishing((was) => ({ ...was, dwellings: [{ ...first, listed: first.listed + 1 }, second] }));
		expect(different(verifySealed(lie))).toEqual(['orders']);
	});
});

function taken(home: Publication['dwellings'][number]): Publication['dwellings'][number] {
	return { ...home, allocated: !home.allocated };
}

function withAnother(was: Publication): Publication {
	return { ...was, dwellings: [first, { ...second, id: 'u3' }] };
}

describe('a lie in a household’s proof file is found where it is told', () => {
	const proof = proofOf(round.applications[0]!);
	const [wished, held] = proof.dwellings as [HouseholdProof['dwellings'][number], HouseholdProof['dwellings'][number]];
	const receipt = proof.receipt!;
	const declaring = (change: object): HouseholdProof => ({
		...proof,
		receipt: { ...receipt, declared: JSON.stringify({ ...(JSON.parse(receipt.declared) as object), ...change }) }
	});
	const check = (file: HouseholdProof, statement = version.statement) => verifyProof(proofText(file), statement);

	test('without one, every check holds, and each home has its finding', () => {
		const { checks, dwellings } = check(proof);
		expect(different(checks)).toEqual([]);
		expect(dwellings.map(({ dwelling, finding }) => [dwelling, finding])).toEqual([
			['u1', 'before'],
			['u2', 'held']
		]);
	});

	test.each<[string, HouseholdProof, readonly string[]]>([
		['it is of another notice', { ...proof, notice: 'm' }, ['version', 'receipt']],
		['it is of another version', { ...proof, version: 2 }, ['version']],
		['it is of another household', { ...proof, pseudonym: 'b' }, ['receipt', 'orders']],
		['the receipt declares another notice', declaring({ notice: 'm' }), ['receipt']],
		['the receipt declares another household', declaring({ pseudonym: 'b' }), ['receipt']],
		['the receipt declares no homes', declaring({ choices: null }), ['receipt']],
		['the receipt declares fewer homes', declaring({ choices: ['u2'] }), ['receipt', 'orders']],
		['the receipt is not JSON', { ...proof, receipt: { ...receipt, declared: 'x' } }, ['receipt']],
		['a home it wanted more is left out', { ...proof, dwellings: [held] }, ['orders']],
		['a home is told twice', { ...proof, dwellings: [wished, held, held] }, ['orders']],
		['the homes are turned', { ...proof, dwellings: [held, wished] }, ['orders']],
		[
			'a home is one that the version has not',
			{ ...proof, dwellings: [wished, { ...held, dwelling: 'u9' }] },
			['orders']
		],
		['a holder is left out', { ...proof, dwellings: [{ ...wished, holders: [] }, held] }, ['orders']]
	])('%s', (_, lie, found) => {
		expect(different(check(lie).checks)).toEqual(found);
	});

	test('a file without a receipt is told as such, also under a statement that has no root of receipts', () => {
		const finding = (file: HouseholdProof, statement?: string) =>
			check(file, statement).checks.find(({ name }) => name === 'receipt')!.finding;
		expect(finding({ ...proof, receipt: null })).toBe('absent');
		expect(finding(proof, version.statement.replace(/^receipts .*$/m, 'receipts none'))).toBe('absent');
	});

	test('a household that is not in the order of a home is told so, and a home it wanted less comes after', () => {
		const out = { ...wished, own: null };
		const of = (dwellings: HouseholdProof['dwellings']) =>
			check({ ...proof, receipt: null, dwellings }).dwellings.map(({ finding }) => finding);
		expect(of([out])).toEqual(['not-in-order']);
		expect(of([held, wished])).toEqual(['held', 'after']);
	});

	test('a holder that had signed stands, wherever it stands in the order', () => {
		const holders = (signed: boolean) => [{ position: 2, signed }];
		const of = (signed: boolean) =>
			check({
				...proof,
				dwellings: [
					{ ...wished, own: { ...wished.own!, position: 1 }, head: { ...wished.head, holders: holders(signed) } }
				]
			}).dwellings[0]!.finding;
		expect(of(true)).toBe('signed');
		expect(of(false)).toBe('passed-over');
	});

	test('an unreadable statement proves nothing', () => {
		expect(check(proof, 'x')).toEqual({
			checks: ['version', 'receipt', 'orders', 'outcome'].map((name) => ({ name, finding: 'different' })),
			pseudonym: null,
			dwellings: []
		});
	});
});
