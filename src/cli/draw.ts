import { drawBeacon, keyString, readDraw } from '$lib/domain/draw/public-draw';
import { selectFromPool } from '$lib/domain/draw/select-from-pool';
import type { Command } from './command';
import { answer } from './answer';
import { complain, DONE, REFUSED } from './round-file';

export const draw: Command = {
	name: 'draw',
	usage: 'NUMBERS [POOL COUNT]',
	help: 'Key and public number of a public draw (RFC 3797), and its selection of COUNT from POOL.',
	async run([numbers, pool, count, ...more]) {
		const drawn = readDraw(numbers ?? '');
		if (!drawn || more.length > 0 || (pool === undefined) !== (count === undefined)) {
			complain('Usage: node build/cli.js draw "9319/2 5 12 8 10/9 18 26 34 41 45" [25 10]');
			return REFUSED;
		}
		const key = keyString(drawn);
		await answer([`key ${key}\nbeacon ${drawBeacon(key)}\n`]);
		if (pool === undefined) return DONE;
		try {
			await answer([`selected ${selectFromPool(key, Number(pool), Number(count)).join(' ')}\n`]);
			return DONE;
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			complain(error.message);
			return REFUSED;
		}
	}
};
