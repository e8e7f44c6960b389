import { z } from 'zod';
import type { StoredHealth } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import { memberShape, shapesOfGroup, toldShape } from '$lib/server/platform/db/fact-shapes';
import { healthShape } from './stored-health';

type Stored<Part extends Pick<Answers, 'needs'>> = Omit<Part, 'needs'> & { readonly needs?: StoredHealth };
type Apart = 'again' | 'carried';

/** Answers as they are sealed: health as it is stored anywhere. */
export type StoredAnswers = Stored<Omit<Answers, Apart>> & {
	readonly [Part in Apart]?: Stored<NonNullable<Answers[Part]>>;
};

const circumstances = z.looseObject(shapesOfGroup('circumstances'));

const parts: Readonly<Record<keyof Answers, z.ZodType>> = {
	members: z.array(memberShape),
	residence: z.looseObject(shapesOfGroup('residence')),
	home: z.looseObject({ ...shapesOfGroup('property'), home: z.looseObject(shapesOfGroup('home')) }),
	circumstances,
	income: z.looseObject({ ...shapesOfGroup('income'), earlier: z.looseObject(shapesOfGroup('earlier')) }),
	needs: healthShape,
	choices: z.array(z.string()),
	sure: z.array(z.string()),
	naming: z.looseObject({ last: z.int(), sent: z.array(z.looseObject({ typed: z.string(), member: z.string() })) }),
	again: z.looseObject({ circumstances: circumstances.exactOptional(), needs: healthShape.exactOptional() }),
	carried: z.looseObject({
		from: z.looseObject({ request: z.string(), protocol: z.string(), sentAt: z.iso.datetime() }),
		told: toldShape,
		needs: healthShape.exactOptional(),
		people: z.literal(true).exactOptional()
	})
};

const open = sealedValue<Record<string, unknown>>('the answers of a draft', z.record(z.string(), z.unknown()));

/**
 * The answers of a draft. A part without the shape of today, as a fact was added or a choice went since, is left out: its
 * step is asked again, and no request is sent without it.
 */
export function openStoredAnswers(key: Buffer, place: string, sealed: string): StoredAnswers {
	const kept = Object.entries(open(key, place, sealed)).filter(
		([part, value]) => Object.hasOwn(parts, part) && parts[part as keyof Answers].safeParse(value).success
	);
	return Object.fromEntries(kept);
}
