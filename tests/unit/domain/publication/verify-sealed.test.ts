import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifySealed, type OpenedVersion } from '../../../../src/lib/domain/publication/verify-sealed';
import { runs } from '../../../support/runs';
import { aRankedRound, aSealedVersion } from '../../../support/sealed-version';

const failed = (opened: OpenedVersion) =>
	verifySealed(opened).flatMap(({ name, finding }) => (finding === 'different' ? [name] : []));

describe('a sealed version, opened', () => {
	test('recomputes: file, result, orders, set-asides and publication are those of the statement', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				expect(failed(aSealedVersion(round))).toEqual([]);
			}),
			runs(60)
		);
	});

	test('under other points, categories or labels than those that were committed to, it does not', () => {
		fc.assert(
			fc.property(aRankedRound, aRankedRound, (round, other) => {
				const [here, there] = [aSealedVersion(round), aSealedVersion(other)];
				fc.pre(here.round !== there.round);
				const swapped = { ...here, round: there.round, result: there.result };
				expect(failed(swapped)).toContain('commitments');
				expect(failed({ ...here, result: here.result.replace('"vacant"', '"vacant" ') })).toContain('recomputed');
				expect(failed({ ...here, secrets: here.secrets.replace('11', '12') })).toContain('orders');
				expect(failed({ ...here, secrets: here.secrets.replace('22', '23') })).toContain('setAsides');
			}),
			runs(40)
		);
	});

	test('labels other than the round’s are found even where the commitment fits them', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const bare = { ...round, dwellings: round.dwellings.map(({ setAside: _label, ...rest }) => rest) };
				const [labelled, open] = [aSealedVersion(round), aSealedVersion(bare)];
				fc.pre(labelled.secrets !== open.secrets);
				const line = /^set-asides .*$/m.exec(open.statement)![0];
				const statement = labelled.statement.replace(/^set-asides .*$/m, line);
				expect(failed({ ...labelled, statement, secrets: open.secrets })).toEqual(['setAsides']);
			}),
			runs(40)
		);
	});

	test('a publication that says something else of the round is found, signed or not', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const opened = aSealedVersion(round);
				const swapped = opened.publication.replace(
					/"allocated":(true|false)/,
					(_, was) => `"allocated":${was === 'false'}`
				);
				expect(failed({ ...opened, publication: swapped })).toEqual(['publication']);
			}),
			runs(40)
		);
	});

	test.each(['round', 'result', 'secrets', 'statement', 'publication'] as const)(
		'an unreadable %s proves nothing',
		(file) => {
			const opened = aSealedVersion(fc.sample(aRankedRound, 1)[0]!);
			expect(failed({ ...opened, [file]: 'x' }).length).toBeGreaterThan(0);
		}
	);
});
