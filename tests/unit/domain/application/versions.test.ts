import { describe, expect, it } from 'vitest';
import { lastVersions, versionsOf } from '$lib/domain/application/versions';

const version = (id: string, replaces: string | null = null) => ({ id, replaces });
const three = [version('c', 'b'), version('a'), version('b', 'a')];
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

describe('the versions of a request', () => {
	it.each(['a', 'b', 'c'])('are the same chain, newest first, from %s', (id) => {
		expect(ids(versionsOf([...three, version('other')], id))).toEqual(['c', 'b', 'a']);
	});

	it('are one for a request that nothing replaced, and none for one that is not there', () => {
		expect(ids(versionsOf([...three, version('other')], 'other'))).toEqual(['other']);
		expect(versionsOf(three, 'nowhere')).toEqual([]);
	});

	it('count once in a list, by the last', () => {
		expect(ids(lastVersions([...three, version('other'), version('again')]))).toEqual(['c', 'other', 'again']);
	});
});
