import { createStore, del, get, set, values } from 'idb-keyval';

/** What a form sends, as it is kept on the device until the portal has it. */
export type Post = {
	/** Of the survey or the photograph: the portal takes it once, however often it comes. */
	readonly id: string;
	/** The account that wrote it: nobody else sends it. */
	readonly owner: string;
	readonly action: string;
	readonly page: string;
	readonly title: string;
	readonly fields: readonly (readonly [string, string | Blob])[];
	readonly savedAt: number;
	/** The portal said no, and why: somebody has to look. */
	readonly refused?: string;
};

/** The texts of a form that nobody sent yet. */
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
 * What was written on a page and is not with the portal: a draft, or a survey that was refused while another page was
 * open, which then waits no longer.
 */
export async function takeBack(owner: string, page: string): Promise<Draft | undefined> {
	const refused = (await postsOf(owner)).find(
		(post) => post.refused !== undefined && post.page === page && post.fields.some(([name]) => name === 'seen')
	);
	if (refused) await dropPost(refused.id);
	return (await findDraft(owner, page)) ?? (refused && textsOf(refused.fields));
}
