import { createStore, del, get, set, values } from 'idb-keyval';

/** A form that the device keeps until the portal has it. */
export type Post = {
	/** The id of the survey or the photograph. The portal records it once, however often it arrives. */
	readonly id: string;
	/** The account that wrote the form. Nobody else sends it. */
	readonly owner: string;
	readonly action: string;
	readonly page: string;
	readonly title: string;
	readonly fields: readonly (readonly [string, string | Blob])[];
	readonly savedAt: number;
	/** The portal's reason for a refusal. A person has to look at the form. */
	readonly refused?: string;
};

/** The texts of a form that was not sent yet. */
export type Draft = readonly (readonly [string, string])[];

const drafts = createStore('chiavi-drafts', 'drafts');
const posts = createStore('chiavi-outbox', 'posts');

const draftKey = (owner: string, page: string) => `${owner} ${page}`;
export const keepDraft = (owner: string, page: string, draft: Draft): Promise<void> =>
	set(draftKey(owner, page), draft, drafts);
export const findDraft = (owner: string, page: string): Promise<Draft | undefined> =>
	get<Draft>(draftKey(owner, page), drafts);
export const dropDraft = (owner: string, page: string): Promise<void> => del(draftKey(owner, page), drafts);

export const keepPost = (post: Post): Promise<void> => set(post.id, post, posts);
export const dropPost = (id: string): Promise<void> => del(id, posts);
/** The oldest first. */
export const postsOf = async (owner: string): Promise<Post[]> =>
	(await values<Post>(posts)).filter((post) => post.owner === owner).sort((a, b) => a.savedAt - b.savedAt);

/** The texts of a form, without its files. */
export const textsOf = (fields: Iterable<readonly [string, string | Blob]>): Draft =>
	[...fields].filter((field): field is readonly [string, string] => typeof field[1] === 'string');

/**
 * The texts written on a page that the portal does not have: a draft, or a survey that the portal refused while another
 * page was open. Taking a refused survey back removes it from those that wait.
 */
export async function takeBack(owner: string, page: string): Promise<Draft | undefined> {
	const refused = (await postsOf(owner)).find(
		(post) => post.refused !== undefined && post.page === page && post.fields.some(([name]) => name === 'seen')
	);
	if (refused) await dropPost(refused.id);
	return (await findDraft(owner, page)) ?? (refused && textsOf(refused.fields));
}
