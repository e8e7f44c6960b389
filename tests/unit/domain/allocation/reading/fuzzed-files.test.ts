import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRound } from '$lib/domain/allocation/reading/parse-round';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { readPlainly } from '$lib/domain/allocation/reference/read-plainly';
import { recompute } from '$lib/domain/allocation/reference/recompute';
import { aRoundUpTo, aRoundWithQuotas } from '../../../../support/random-round';
import { runs } from '../../../../support/runs';

const aFile = fc
	.tuple(fc.oneof(aRoundUpTo(3, 4), aRoundWithQuotas), fc.constantFrom(undefined, 1, '\t'))
	.map(([round, space]) => Buffer.from(space ? JSON.stringify(round, null, space) : serializeRound(round)));

// prettier-ignore
const SNIPPETS = [
	'null', '""', '{}', '[]', '-0', '1.0', '10e-1', '1e-400', '1e400', '9007199254740992', '9007199254740991.0', '01', '1.5',
	'true', 'false', '"\\ud800"', '"\\u0061"', '"__proto__"', '"__proto__":[1],', '"order":[],', '"exclusive":true,',
	'"withdrawn":true,', '"frozen":"a",', '"capacity":1e0,', '"quotas":[],', '\ufeff', ' ', '\n', ',', ':', '"', '\\', '\0'
];

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\s+/g;

type Damage = (file: Buffer, draw: number, other: Buffer) => Buffer;

const at = (file: Buffer, draw: number) => draw % (file.length + 1);
const splice = (file: Buffer, from: number, to: number, middle: Uint8Array | string) =>
	Buffer.concat([file.subarray(0, from), Buffer.from(middle as string), file.subarray(to)]);

function withTokens(file: Buffer, change: (tokens: string[]) => void): Buffer {
	const tokens = file.toString('utf8').match(TOKEN) ?? [];
	change(tokens);
	return Buffer.from(tokens.join(''));
}

const DAMAGES: Readonly<Record<string, Damage>> = {
	'a bit flipped': (file, draw) => {
		const changed = Buffer.from(file);
		changed[draw % file.length]! ^= 1 << (draw % 8);
		return changed;
	},
	'a byte replaced': (file, draw) => splice(file, at(file, draw), at(file, draw) + 1, Uint8Array.of(draw >>> 8)),
	'cut short': (file, draw) => file.subarray(0, at(file, draw)),
	'a stretch left out': (file, draw) => splice(file, at(file, draw), at(file, draw) + (draw % 9), ''),
	'a stretch repeated': (file, draw) =>
		splice(file, at(file, draw), at(file, draw), file.subarray(at(file, draw), at(file, draw) + (draw % 40))),
	'spliced with another file': (file, draw, other) =>
		Buffer.concat([file.subarray(0, at(file, draw)), other.subarray(at(other, draw))]),
	'a snippet put in': (file, draw) => splice(file, at(file, draw), at(file, draw), SNIPPETS[draw % SNIPPETS.length]!),
	'a token replaced': (file, draw) =>
		withTokens(file, (tokens) => tokens.splice(draw % tokens.length, 1, SNIPPETS[(draw >>> 5) % SNIPPETS.length]!)),
	'two tokens swapped': (file, draw) =>
		withTokens(file, (tokens) => {
			const [i, j] = [draw % tokens.length, (draw >>> 4) % tokens.length];
			[tokens[i], tokens[j]] = [tokens[j]!, tokens[i]!];
		}),
	'a token repeated': (file, draw) =>
		withTokens(file, (tokens) => tokens.splice(draw % tokens.length, 0, tokens[(draw >>> 3) % tokens.length]!)),
	'another space': (file, draw) =>
		withTokens(file, (tokens) => tokens.splice(draw % tokens.length, 0, ' \t\r\n'.slice(draw % 4)))
};

const ONE_LINE = /^[^\p{Cc}\u2028\u2029]+$/u;

describe('a damaged round file', () => {
	it.each(Object.entries(DAMAGES))('%s: is refused with place and reason, or read exactly', (_, damage) => {
		fc.assert(
			fc.property(aFile, aFile, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (file, other, draws) => {
				for (const draw of draws) {
					const bytes = damage(file, draw, other);
					const parsed = parseRound(bytes);
					const plain = readPlainly(bytes);
					expect([bytes.toString('latin1'), parsed.ok]).toEqual([bytes.toString('latin1'), plain !== null]);
					if (parsed.ok) expect(serializeResult(runRound(parsed.round, ''))).toBe(recompute(plain!, ''));
					else expect(`${parsed.place}: ${parsed.reason}`).toMatch(ONE_LINE);
				}
			}),
			runs(40)
		);
	});
});
