import type { Kysely } from 'kysely';
import { z } from 'zod';
import { discretionOf, type Discretion, type ToldOfViolence } from '$lib/domain/person/discretion';
import { wantsOnlySafe, type PersonFacts } from '$lib/domain/person/person';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { answersPlace, needsPlace } from '$lib/server/platform/secrets/places';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import type { Database } from '$lib/server/schema';
import { listDeclared } from './repository';

/**
 * What a message to an account may say on its way, by what the person wants and by what its requests tell. It is read from them each
 * time, because a mark of its own could differ from them, or show in the database who is in danger.
 */
export async function discretionFor(
	db: Kysely<Database>,
	accountId: string,
	person: PersonFacts | null
): Promise<Discretion> {
	// The person's own word decides alone.
	const said = person !== null && person.ordinaryWays !== 'unsaid';
	return discretionOf(person, said ? 'nowhere' : await toldOfViolence(db, accountId));
}

/** Whether the safe contact alone may be used in every file of a person, also in one that asks nothing of violence. */
export const isProtectedPerson = async (
	db: Kysely<Database>,
	accountId: string,
	person: PersonFacts | null
): Promise<boolean> => (person && wantsOnlySafe(person)) || (await toldOfViolence(db, accountId)) === 'request';

/** Whether a request of an account, ended ones too, or else a draft, tells of violence. */
export async function toldOfViolence(db: Kysely<Database>, accountId: string): Promise<ToldOfViolence> {
	const { requests, drafts } = await listDeclared(db, accountId);
	const keys = await openDataKeys(db, [...new Set([...requests, ...drafts].map(({ dataKeyId }) => dataKeyId))]);
	const opened = ({ dataKeyId, sealed }: (typeof requests)[number], place: string): unknown => {
		const key = keys.get(dataKeyId);
		return key && open(key, place, sealed);
	};
	if (requests.some((one) => tells(health, opened(one, needsPlace(one.id))))) return 'request';
	return drafts.some((one) => tells(answers, opened(one, answersPlace(one.id)))) ? 'draft' : 'nowhere';
}

const open = sealedValue<object>('what a household declared', z.looseObject({}));

const facts = z.looseObject({ emergency: z.array(z.string()).optional() });
const tellsFacts = (told: z.infer<typeof facts> | undefined) => told?.emergency?.includes('violence') ?? false;

/** The sealed health of a request holds its circumstances. */
const health = facts.transform(tellsFacts);

/** A draft, with what it keeps to be asked again or confirmed. */
const answers = z
	.looseObject({
		circumstances: facts.optional(),
		again: z.looseObject({ circumstances: facts.optional() }).optional(),
		carried: z.looseObject({ told: facts.optional() }).optional()
	})
	.transform(({ circumstances, again, carried }) =>
		[circumstances, again?.circumstances, carried?.told].some((told) => tellsFacts(told))
	);

/** What has a shape of another version may tell of violence. What is erased tells nothing. */
function tells(shape: z.ZodType<boolean>, declared: unknown): boolean {
	if (declared === undefined) return false;
	const read = shape.safeParse(declared);
	return !read.success || read.data;
}
