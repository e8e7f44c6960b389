import { createRequire } from 'node:module';
import loadHighs from 'highs';
import type { Round } from '../../src/lib/domain/allocation/round';
import { runRound } from '../../src/lib/domain/allocation/run-round';
import { heldIn } from '../support/allocation-facts';
import { heldAt, primalOf, stablePolytope } from '../support/stable-polytope';
import { seededRandom } from './seeded-random';

/**
 * Solves the linear programme of all stable outcomes for 2,500 households and 150 dwellings with HiGHS, beside the
 * engine's own answer to the same round. They must agree. Prints how much longer the general method takes.
 */
const [HOUSEHOLDS, DWELLINGS, CHOICES] = [2_500, 150, 5];
const random = seededRandom(1962);
const under = (limit: number) => Math.floor(random() * limit);

function aRound(): Round {
	const ids = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
	const dwellings = ids('u', DWELLINGS);
	return {
		format: 'round/1',
		notice: 'oracle',
		beacon: 'c0ffee',
		dwellings: dwellings.map((id, i) => ({ id, list: `l${i % 2}`, setAside: i % 5 === 0 ? ['very-poor'] : [] })),
		applications: ids('h', HOUSEHOLDS).map((id) => {
			const choices = new Set<string>();
			while (choices.size < CHOICES) choices.add(dwellings[Math.floor(DWELLINGS * random() ** 2)]!);
			const categories = under(5) === 0 ? ['very-poor'] : [];
			return { id, choices: [...choices], categories, keys: { l0: [50 * under(80)], l1: [50 * under(80)] } };
		})
	};
}

function timed<Value>(work: () => Value): { value: Value; milliseconds: number } {
	const start = performance.now();
	const value = work();
	return { value, milliseconds: performance.now() - start };
}

const round = aRound();
/** The solver's machine code is in another folder than the built bench. */
const machineCode = createRequire(import.meta.url).resolve('highs/runtime');
const highs = await loadHighs({ locateFile: () => machineCode });
const { programme, pairs } = stablePolytope(round);
const runs = Array.from({ length: 20 }, () => timed(() => heldIn(runRound(round, ''))));
const engine = runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]!;
const oracle = timed(() => highs.solve(programme));
const corner = heldAt(round, pairs, (column) => primalOf(oracle.value.Columns[column]));
const agree = corner?.size === engine.value.size && [...corner].every(([id, held]) => engine.value.get(id) === held);
process.stdout.write(
	`${HOUSEHOLDS} households, ${DWELLINGS} dwellings, ${pairs.length} pairs: ${oracle.value.Status}, ${agree ? 'the same' : 'ANOTHER'} outcome\n` +
		`engine ${engine.milliseconds.toFixed(1)} ms, HiGHS ${oracle.milliseconds.toFixed(0)} ms: ${(oracle.milliseconds / engine.milliseconds).toFixed(0)} times\n`
);
process.exit(agree ? 0 : 1);
