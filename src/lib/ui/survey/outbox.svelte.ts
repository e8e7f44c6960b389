import { dropPost, keepPost, postsOf, type Post } from './kept';
import { refusalOf, sendPost, type Answer } from './send-post';

/** The forms that wait on this device, and the state of sending them. Browser only: the server never fills it. */
export const outbox = $state({ posts: [] as Post[], state: 'idle' as 'idle' | 'sending' | 'away' | 'sign-in' });

export async function refresh(owner: string): Promise<void> {
	outbox.posts = await postsOf(owner);
}

let last: Promise<unknown> = Promise.resolve();

/** Runs one sender at a time across all open pages of this browser. */
function oneAtATime<Value>(work: () => Promise<Value>): Promise<Value> {
	if (navigator.locks) return navigator.locks.request('chiavi-outbox', work);
	const next = last.then(work, work);
	last = next.catch(() => undefined);
	return next;
}

/**
 * Sends the waiting forms, oldest first, until the network or the session ends. Drops each form that the portal took;
 * keeps each refused one, with the reason. Returns the answer to the form with the id `wanted`, if it got one.
 */
export function flush(owner: string, wanted?: string): Promise<Answer | undefined> {
	return oneAtATime(async () => {
		let found: Answer | undefined;
		for (const post of await postsOf(owner)) {
			if (post.refused !== undefined && post.id !== wanted) continue;
			outbox.state = 'sending';
			const answer = await sendPost(post);
			if (post.id === wanted) found = answer;
			if (answer === 'away' || answer === 'sign-in') {
				outbox.state = answer;
				await refresh(owner);
				return found ?? answer;
			}
			if (answer.state === 'sent') await dropPost(post.id);
			else await keepPost({ ...post, refused: refusalOf(answer.result) });
		}
		outbox.state = 'idle';
		await refresh(owner);
		return found;
	});
}

/** Deletes a waiting form for good. */
export async function discard(post: Post): Promise<void> {
	await dropPost(post.id);
	await refresh(post.owner);
}

/** Keeps a form, then sends it. A refused form is deleted here: the person who wrote it is looking at the answer. */
export async function deliver(post: Post): Promise<Answer> {
	const isKept = await keepPost(post).then(
		() => true,
		() => false
	);
	if (!isKept) return sendPost(post);
	const answer = (await flush(post.owner, post.id)) ?? 'away';
	if (typeof answer === 'object' && answer.state === 'refused') await discard(post);
	return answer;
}
